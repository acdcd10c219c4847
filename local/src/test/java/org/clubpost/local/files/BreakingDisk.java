package org.clubpost.local.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk that notes its steps and breaks off at one of them. */
final class BreakingDisk implements Disk {

    private final Disk disk;
    private final Break how;
    private final int at;
    private final List<String> steps = new ArrayList<>();

    /** How it breaks off. */
    enum Break {
        /** That step fails, and those after it do not. Half of what it was to write is written. */
        FAILS,
        /** The process is gone: neither that step nor any later one happens, but half of a write may have. */
        KILLED
    }

    /** What a step throws that never came to be. */
    static final class Killed extends RuntimeException {

        private Killed() {
            super("the process was killed");
        }
    }

    BreakingDisk(Disk disk, Break how, int at) {
        this.disk = disk;
        this.how = how;
        this.at = at;
    }

    /** Breaks off never. */
    static BreakingDisk whole() {
        return new BreakingDisk(Disk.real(), Break.FAILS, Integer.MAX_VALUE);
    }

    List<String> steps() {
        return steps;
    }

    boolean broke() {
        return steps.size() >= at;
    }

    private boolean breaksAt(String step) {
        steps.add(step);
        return switch (how) {
            case FAILS -> steps.size() == at;
            case KILLED -> steps.size() >= at;
        };
    }

    private void step(String step) throws IOException {
        if (breaksAt(step)) {
            broken();
        }
    }

    private void broken() throws IOException {
        switch (how) {
            case FAILS -> throw new IOException("No space left on device");
            case KILLED -> throw new Killed();
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step("make-folder");
        disk.makeFolder(folder);
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        step("create");
        return disk.create(file);
    }

    @Override
    public void write(FileChannel file, ByteBuffer octets) throws IOException {
        if (breaksAt("write")) {
            if (steps.size() == at) {
                disk.write(file, octets.slice(octets.position(), octets.remaining() / 2));
            }
            broken();
        }
        disk.write(file, octets);
    }

    @Override
    public void force(FileChannel file) throws IOException {
        step("force");
        disk.force(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step("move");
        disk.move(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step("force-folder");
        disk.forceFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        step("delete");
        disk.delete(file);
    }
}
