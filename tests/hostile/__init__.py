"""Files that mean harm, by accident or on purpose: each is read or refused, quickly and in one line."""
