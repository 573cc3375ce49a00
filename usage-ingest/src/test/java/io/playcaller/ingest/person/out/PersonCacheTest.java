package io.playcaller.ingest.person.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.testkit.config.MappedConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonCacheTest {

    private static final ExternalId ADA = ExternalId.user("ada");
    private static final ExternalId BROWSER = ExternalId.anonymous("browser-1");

    private final PersonCache cache =
            new PersonCache(MappedConfig.of(IngestConfig.class).read(Map.of()).people());

    @Test
    void whatWasReadIsRemembered() {
        cache.read(cache.reading(), ADA, person("p1", "acme"), 1);

        assertThat(cache.find(ADA)).isEqualTo(person("p1", "acme"));
        assertThat(cache.find(BROWSER)).isNull();
    }

    @Test
    void aPersonWithoutAnAccountIsAskedForAgain() {
        cache.read(cache.reading(), ADA, person("p1", null), 0);
        assertThat(cache.find(ADA)).isNull();

        cache.read(cache.reading(), ADA, person("p1", "acme"), 1);
        cache.changed(person("p1", null), 2);
        assertThat(cache.find(ADA)).isNull();
    }

    @Test
    void aPersonWithoutAnAccountIsRememberedForWhomTheAccountDoesNotMatter() {
        cache.read(cache.reading(), ADA, person("p1", null), 0);
        assertThat(cache.findAny(ADA)).isEqualTo(person("p1", null));

        cache.erased("p1");
        assertThat(cache.findAny(ADA)).isNull();
    }

    @Test
    void anAliasMovesAPersonWithoutAnAccountToo() {
        cache.read(cache.reading(), BROWSER, person("p1", null), 0);
        cache.linked(List.of(BROWSER));
        assertThat(cache.findAny(BROWSER)).isNull();

        long before = cache.reading();
        cache.linked(List.of(BROWSER));
        cache.read(before, BROWSER, person("p1", null), 0);
        assertThat(cache.findAny(BROWSER)).isNull();
    }

    @Test
    void aReadThatWasUnderWayDuringAChangeDoesNotBringTheOldEdgeBack() {
        cache.read(cache.reading(), ADA, person("p1", "acme"), 1);
        long before = cache.reading();
        cache.changed(person("p1", "navy"), 2);
        cache.read(before, ADA, person("p1", "acme"), 1);

        assertThat(cache.find(ADA)).isEqualTo(person("p1", "navy"));
    }

    @Test
    void whatAnotherReplicaChangedIsTakenFromTheNextRead() {
        cache.changed(person("p1", "navy"), 2);
        cache.read(cache.reading(), ADA, person("p1", "army"), 3);

        assertThat(cache.find(ADA)).isEqualTo(person("p1", "army"));
    }

    @Test
    void anErasedPersonDoesNotComeBack() {
        cache.read(cache.reading(), ADA, person("p1", "acme"), 1);
        long before = cache.reading();
        cache.erased("p1");
        cache.read(before, ADA, person("p1", "acme"), 1);
        assertThat(cache.find(ADA)).isNull();

        cache.read(cache.reading(), ADA, person("p2", "acme"), 1);
        assertThat(cache.find(ADA)).isEqualTo(person("p2", "acme"));
    }

    @Test
    void aReadThatWasUnderWayDuringAnAliasDoesNotBringTheOldPersonBack() {
        long before = cache.reading();
        cache.linked(List.of(BROWSER));
        cache.read(before, BROWSER, person("p1", "acme"), 1);
        assertThat(cache.find(BROWSER)).isNull();

        cache.read(cache.reading(), BROWSER, person("p2", "acme"), 1);
        assertThat(cache.find(BROWSER)).isEqualTo(person("p2", "acme"));
    }

    private static PersonRef person(String id, @Nullable String account) {
        return new PersonRef(id, account);
    }
}
