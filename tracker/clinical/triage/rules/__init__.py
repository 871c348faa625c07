"""One function per rule: facts and limits in, a finding or nothing out."""
