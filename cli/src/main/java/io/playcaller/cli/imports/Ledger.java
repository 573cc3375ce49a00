package io.playcaller.cli.imports;

import io.playcaller.cli.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What earlier runs of an import delivered, kept beside the installation's data: facts, and records of the register with
 * their version. The door knows a fact of an import for the time of its claims only (32 days unless set otherwise, while
 * Redis keeps them); the ledger knows it for as long as the installation has its data. 24 bytes each, appended once the
 * door has answered.
 */
final class Ledger implements AutoCloseable {

    private static final int ENTRY = 3 * Long.BYTES;
    private static final int BUFFERED = 1_000;

    private final Map<UUID, Long> delivered = new HashMap<>();
    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED * ENTRY);

    private Ledger(Path path) throws IOException {
        Files.createDirectories(path.resolveSibling("."));
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(path));
        while (all.remaining() >= ENTRY) {
            delivered.put(new UUID(all.getLong(), all.getLong()), all.getLong());
        }
        // A last entry that is cut off, because the command was killed, counts as not there.
        file.position(all.position());
        file.truncate(all.position());
    }

    static Ledger open(Path path) {
        try {
            return new Ledger(path);
        } catch (IOException e) {
            throw new Refused("cannot keep what is imported in %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    synchronized boolean knows(UUID id) {
        return delivered.containsKey(id);
    }

    /** Notes a delivery; false when exactly this was noted before. */
    synchronized boolean note(UUID id, long version) {
        Long before = delivered.put(id, version);
        if (before != null && before == version) {
            return false;
        }
        if (buffer.remaining() < ENTRY) {
            flush();
        }
        buffer.putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(version);
        return true;
    }

    private void flush() {
        try {
            buffer.flip();
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            buffer.clear();
        } catch (IOException e) {
            throw new Refused("cannot keep what was imported: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        flush();
        try {
            file.close();
        } catch (IOException e) {
            throw new Refused("cannot keep what was imported: " + e.getMessage(), e);
        }
    }
}
