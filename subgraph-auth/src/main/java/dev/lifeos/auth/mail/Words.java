package dev.lifeos.auth.mail;

import java.util.Map;

/** To whom a mail goes, and what its template is filled with. */
record Words(String to, Map<String, String> values) {}
