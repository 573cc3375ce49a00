package io.playcaller.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.OwnersRecord;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void theFirstIsVersionOne() {
        assertThat(Change.decide(null, account("Acme", 0), any())).isEqualTo(new Change.Next(account("Acme", 1)));
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(Change.decide(account("Acme", 4), account("Acme", 0), any()))
                .isEqualTo(new Change.None(account("Acme", 4)));
    }

    @Test
    void anotherIsTheNextVersion() {
        assertThat(Change.decide(account("Acme", 4), account("Acme Corp", 0), OptionalLong.of(4)))
                .isEqualTo(new Change.Next(account("Acme Corp", 5)));
    }

    @Test
    void whoSawAnotherVersionDoesNotOverwrite() {
        assertThat(Change.decide(account("Acme", 4), account("Acme", 0), OptionalLong.of(3)))
                .isEqualTo(new Change.Outdated(4, 3));
        assertThat(Change.decide(null, account("Acme", 0), OptionalLong.of(1))).isEqualTo(new Change.Outdated(0, 1));
    }

    @Test
    void ownersStandUnderTheirAccount() {
        assertThat(Entry.of(new OwnersRecord("acme", 0, List.of())).key()).isEqualTo("owners/acme");
    }

    private static OptionalLong any() {
        return OptionalLong.empty();
    }

    private static Entry account(String name, long version) {
        return Entry.of(new AccountRecord("acme", version, name, null, null, null, null, false, List.of()));
    }
}
