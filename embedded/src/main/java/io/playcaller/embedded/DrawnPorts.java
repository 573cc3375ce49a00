package io.playcaller.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ports that the JVMs of this user have drawn on this machine: of one file a byte a port, locked by the JVM that drew it until
 * that ends, however it ends. So nobody draws a port on which somebody else is about to listen, or listens again after a restart.
 */
final class DrawnPorts {

    private static final Path FILE =
            Path.of(System.getProperty("java.io.tmpdir"), "playcaller-ports-" + System.getProperty("user.name"));

    /** Kept, because the JVM forgets locks that nobody holds. */
    private static final List<FileLock> OURS = new ArrayList<>();

    private static @Nullable FileChannel channel;

    private DrawnPorts() {}

    private static FileChannel channel() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        return channel;
    }

    /**
     * Takes a port for as long as this JVM lives.
     *
     * @return false where this or another JVM has it
     */
    static synchronized boolean take(int port) {
        try {
            FileLock lock = channel().tryLock(port, 1, false);
            return lock != null && OURS.add(lock);
        } catch (OverlappingFileLockException drawnHere) {
            return false;
        } catch (IOException e) {
            throw new BackingServiceException(
                    "no port can be drawn: %s cannot be written; make it writable for %s"
                            .formatted(FILE, System.getProperty("user.name")),
                    e);
        }
    }
}
