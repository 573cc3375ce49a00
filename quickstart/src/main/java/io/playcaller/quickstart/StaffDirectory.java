package io.playcaller.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Our own people in the quickstart: a pool of CSMs with a lead, and one or two for every other role, so that accounts
 * without owners route too. Written once; from then on it is the user's file.
 */
final class StaffDirectory {

    private static final String RESOURCE = "directory.yaml";

    private StaffDirectory() {}

    static void writeUnlessThere(Home home) {
        Path file = home.plays().resolve(RESOURCE);
        if (Files.exists(file)) {
            return;
        }
        try (InputStream shipped = StaffDirectory.class.getResourceAsStream(RESOURCE)) {
            if (shipped == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + StaffDirectory.class);
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new QuickstartException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
