package org.clubpost.local.crash;

/** Something that has a name in a folder. */
sealed interface DiskEntry permits DiskFile, DiskFolder {

    /** From now on, what it holds survives a power cut. */
    void force();
}
