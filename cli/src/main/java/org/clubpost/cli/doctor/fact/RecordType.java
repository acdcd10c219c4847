package org.clubpost.cli.doctor.fact;

/** The types of DNS records that mail needs. */
public enum RecordType {
    /** An address (IPv4). */
    A,
    /** Another name. */
    CNAME,
    /** Where mail goes, with a priority: {@code 10 host.example}. */
    MX,
    /** A text, its parts joined. */
    TXT
}
