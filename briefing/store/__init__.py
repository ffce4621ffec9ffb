"""Floor 4: disk. Only here bytes become text, and only here anything is written."""
