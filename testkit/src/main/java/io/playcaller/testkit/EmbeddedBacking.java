package io.playcaller.testkit;

import io.playcaller.embedded.BackingServices;
import io.playcaller.embedded.BackingSettings;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.StartListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The embedded services on a temporary directory, which goes when they stop. */
final class EmbeddedBacking implements Backing {

    private final Path directory;
    private final BackingServices services;

    private EmbeddedBacking(Path directory, BackingServices services) {
        this.directory = directory;
        this.services = services;
    }

    static EmbeddedBacking start() {
        try {
            Path directory = Files.createTempDirectory("playcaller-test");
            StartListener notices = new StartListener() {
                @Override
                public void noticed(String service, String what) {
                    System.out.println(service + ": " + what);
                }
            };
            try {
                return new EmbeddedBacking(
                        directory, BackingServices.start(BackingSettings.forTests(directory), notices));
            } catch (RuntimeException e) {
                remove(directory);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String kind() {
        return "embedded";
    }

    @Override
    public StackAddresses addresses() {
        return new StackAddresses(
                services.kafka().address(),
                services.postgres().address(),
                services.redis().address(),
                EmbeddedPostgres.USER,
                EmbeddedPostgres.PASSWORD);
    }

    @Override
    public void close() {
        services.close();
        remove(directory);
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.out.println("Backing services: " + directory + " could not be removed: " + e);
        }
    }
}
