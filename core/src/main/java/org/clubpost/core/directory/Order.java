package org.clubpost.core.directory;

/** By what the entries of a directory are in order. Each order tells any two entries of a list apart. */
public enum Order {
    /** The compared address. */
    ADDRESS,
    /** The name without case and accents; those without a name come last. */
    NAME,
    /** When they joined, or asked to. */
    JOINED
}
