package io.playcaller.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.ingest.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
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

    @Test
    void aDomainGoesToAnotherAccountOnceItsClaimHasEnded() {
        Entry open = domain("acme", "2026-01-01", null, 3);
        Entry over = domain("acme", "2026-01-01", "2026-03-01", 3);

        assertThat(Change.decide(open, domain("globex", "2026-03-01", null, 0), any()))
                .isInstanceOfSatisfying(
                        Change.Claimed.class,
                        claimed -> assertThat(claimed.refusal("domain").detail())
                                .contains("acme, which claims acme.example since 2026-01-01"));
        assertThat(Change.decide(over, domain("globex", "2026-02-28", null, 0), any()))
                .isInstanceOf(Change.Claimed.class);
        assertThat(Change.decide(over, domain("globex", "2026-03-01", null, 0), any()))
                .isEqualTo(new Change.Next(domain("globex", "2026-03-01", null, 4)));
    }

    @Test
    void aWriterOfTheWholeAccountLeavesItsMerge() {
        MergeLink link = new MergeLink("globex", Instant.parse("2026-03-01T12:00:00Z"), null);
        Entry merged = account("Acme", 4).merged(link);

        assertThat(merged.version()).isEqualTo(5);
        assertThat(merged.isMergedInto(link.accountId())).isTrue();
        assertThat(account("Acme", 4).isMergedInto(link.accountId())).isFalse();
        assertThat(Change.decide(merged, account("Acme", 0), any())).isEqualTo(new Change.None(merged));
        assertThat(Change.decide(merged, account("Acme Corp", 0), any()))
                .isInstanceOfSatisfying(
                        Change.Next.class,
                        next -> assertThat(((AccountRecord) next.entry().record()).mergedInto())
                                .isEqualTo(link));
    }

    @Test
    void mergesCloseNoCircle() {
        Map<String, String> chain = Map.of("a", "b", "b", "c");

        assertThat(Merge.refusal("a", "b", chain)).isEmpty();
        assertThat(Merge.refusal("d", "a", chain)).isEmpty();
        assertThat(Merge.refusal("c", "a", chain)).map(Refusal::code).contains("account.merged");
        assertThat(Merge.refusal("a", "d", chain))
                .map(Refusal::detail)
                .hasValueSatisfying(why -> assertThat(why).contains("b, into which it is merged"));
        assertThat(Merge.refusal("a", "a", Map.of())).map(Refusal::code).contains("field.invalid");
    }

    private static Entry domain(String account, String from, @Nullable String until, long version) {
        return Entry.of(new DomainRecord(
                "acme.example",
                account,
                version,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until)));
    }

    private static OptionalLong any() {
        return OptionalLong.empty();
    }

    private static Entry account(String name, long version) {
        return Entry.of(new AccountRecord("acme", version, name, null, null, null, null, false, List.of()));
    }
}
