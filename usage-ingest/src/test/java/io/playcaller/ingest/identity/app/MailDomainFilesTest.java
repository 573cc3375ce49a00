package io.playcaller.ingest.identity.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.identity.MailDomains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailDomainFilesTest {

    @TempDir
    Path directory;

    @Test
    void theFileThatShipsKnowsTheLargeProviders() {
        MailDomains shipped = MailDomainFiles.read(Optional.empty());

        assertThat(shipped.unmet(name("gmail.com")))
                .hasValueSatisfying(why -> assertThat(why).contains("provider"));
        assertThat(shipped.unmet(name("mail.gmail.com"))).isPresent();
        assertThat(shipped.unmet(name("co.uk"))).isPresent();
        assertThat(shipped.unmet(name("acme.co.uk"))).isEmpty();
        assertThat(shipped.unmet(name("acme.onmicrosoft.com"))).isEmpty();
        assertThat(shipped.unmet(name("notgmail.com"))).isEmpty();
        assertThat(shipped.mayTell(name("gmail.com"))).isFalse();
        assertThat(shipped.mayTell(name("acme.example"))).isTrue();
    }

    @Test
    void anOwnFileTakesItsPlace() throws IOException {
        MailDomains own = read("mail-providers: [Mail.Example.]\n");

        assertThat(own.unmet(name("mail.example"))).isPresent();
        assertThat(own.unmet(name("gmail.com"))).isEmpty();
    }

    @Test
    void itsFaultsAreSaidWithTheirPlace() {
        assertThatThrownBy(() -> read("mail-providers: [gmail]\nmail-provider: [a.example]\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("domains.yaml")
                .hasMessageContaining("has what is no domain: gmail")
                .hasMessageContaining("mail-provider");
    }

    private MailDomains read(String file) throws IOException {
        Files.writeString(directory.resolve("domains.yaml"), file);
        return MailDomainFiles.read(Optional.of(directory));
    }

    private static DomainName name(String name) {
        return DomainName.of(name).orElseThrow();
    }
}
