package io.playcaller.ingest.identity.app;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.config.IngestFiles;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.identity.MailDomains;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** {@code domains.yaml}: the one of a directory, or the one that ships. With a fault in it the service does not start. */
class MailDomainFiles {

    private static final String PROVIDERS = "mail-providers";
    private static final String SHARED = "shared-suffixes";

    @Produces
    @Startup
    @Singleton
    static MailDomains of(IngestConfig config) {
        return read(config.configDir());
    }

    /**
     * Reads and checks it.
     *
     * @throws io.playcaller.chassis.yaml.ConfigException listing every fault
     */
    static MailDomains read(Optional<Path> directory) {
        return IngestFiles.read(
                directory, IngestFiles.DOMAINS, file -> new MailDomains(names(file, PROVIDERS), names(file, SHARED)));
    }

    private static Set<DomainName> names(YamlMap file, String key) {
        Set<DomainName> names = new HashSet<>();
        if (file.has(key)) {
            for (String written : file.texts(key)) {
                DomainName.of(written)
                        .ifPresentOrElse(
                                names::add,
                                () -> file.problem(key, "has what is no domain: " + written, "write example.com"));
            }
        }
        return names;
    }
}
