"""Mails (.eml) and mailboxes (mbox)."""
