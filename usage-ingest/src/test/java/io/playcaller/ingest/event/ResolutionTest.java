package io.playcaller.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.catalogue.UseRules;
import io.playcaller.ingest.identity.ClaimedDomains;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.ProfilePatch;
import io.playcaller.ingest.refusal.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ExternalId ANN = ExternalId.user("ann");
    private static final ExternalId BOB = ExternalId.user("bob");
    private static final ExternalId CID = ExternalId.user("cid");
    private static final Places PLACES = new Places("/id", "/time", "/data");
    private static final Statement LOGIN = new Statement.Usage("Login", null, null, 1, true);
    private static final Statement GROUP = new Statement.OfAPerson(ProfilePatch.NOTHING, true);
    private static final Statement IDENTIFY = new Statement.OfAPerson(ProfilePatch.NOTHING, false);

    private Resolution resolution = resolution(null);

    private static Resolution resolution(@Nullable Instant firstReceivedAt) {
        return new Resolution(
                new ClockSkew(Duration.ofHours(24)),
                new LiveWindow(Duration.ofHours(24)),
                new Delivery("web", Place.HTTP, "segment", NOW, Duration.ZERO, false, firstReceivedAt, List.of()),
                new Identities(
                        Map.of(
                                ANN, new PersonRef("p-ann", "acme"),
                                BOB, new PersonRef("p-bob", null),
                                CID, new PersonRef("p-cid", "globex", true)),
                        new ClaimedDomains(Map.of(new DomainName("initech.example"), "initech")),
                        new MergedAccounts(Map.of("old", "acme"))),
                UseRules.NONE);
    }

    @Test
    void theAccountThatIsNamedComesFirst() {
        assertThat(account(next("globex", ANN, LOGIN))).isEqualTo("globex");
    }

    @Test
    void elseTheStoredEdgeOfThePersonSays() {
        Resolved resolved = kept(next(null, ANN, LOGIN));

        assertThat(resolved.accountId()).isEqualTo("acme");
        assertThat(resolved.personIds()).containsExactly("p-ann");
        assertThat(resolved.envelope().source()).isEqualTo("web");
        assertThat(resolved.envelope().origin()).isEqualTo(FactOrigin.LIVE);
        assertThat(resolved.envelope().receivedAt()).isEqualTo(NOW);
    }

    @Test
    void elseWhoClaimsTheDomainThatTheirAddressIsOf() {
        assertThat(found(next(null, BOB, saying("bob@eu.initech.example"))))
                .isEqualTo(new FoundAccount("initech", "initech", AccountBy.DOMAIN));
        assertThat(found(next(null, BOB, LOGIN))).isEqualTo(new FoundAccount("initech", "initech", AccountBy.DOMAIN));
        assertThat(found(next(null, ANN, saying("ann@initech.example"))).by()).isEqualTo(AccountBy.EDGE);
        assertThat(account(next("globex", BOB, saying("bob@initech.example")))).isEqualTo("globex");
        assertThat(account(next(null, BOB, saying("bob@initech.example")))).isEqualTo("globex");
    }

    /** Their domain may have been claimed by another account since; the store leaves them where they are, too. */
    @Test
    void whoIsPlacedStaysWhereTheyAreWhenTheirAddressIsSaidAgain() {
        assertThat(found(next(null, CID, saying("cid@initech.example"))))
                .isEqualTo(new FoundAccount("globex", "globex", AccountBy.DOMAIN));
        assertThat(account(next(null, CID, LOGIN))).isEqualTo("globex");
    }

    @Test
    void aHashedAddressIsOfNoDomain() {
        assertThat(account(next(null, BOB, saying("pch_0123")))).isNull();
        assertThat(account(next(null, BOB, saying("***")))).isNull();
    }

    @Test
    void whatIsForTheLogFollowsAMerge() {
        FoundAccount merged = found(next("old", ANN, LOGIN));

        assertThat(merged).isEqualTo(new FoundAccount("acme", "old", AccountBy.EXPLICIT));
        assertThat(account(next("old", ANN, GROUP))).isEqualTo("old");
    }

    @Test
    void whatIsTakenBackIsTakenBackWhereItStands() {
        LocalDate day = LocalDate.parse("2026-03-01");

        assertThat(account(next("old", null, new Statement.Withdrawal(day, day, null, null))))
                .isEqualTo("old");
        assertThat(account(next("old", null, new Statement.Retraction("web", "1", "t", null, null))))
                .isEqualTo("old");
    }

    @Test
    void anEdgeHoldsForTheItemsAfterItOnly() {
        Step<Resolved> before = next(null, BOB, LOGIN);
        next("initech", BOB, GROUP);
        Step<Resolved> after = next(null, BOB, LOGIN);
        next("hooli", BOB, GROUP);
        Step<Resolved> moved = next(null, BOB, LOGIN);

        assertThat(kept(before).awaitsAccount()).isTrue();
        assertThat(account(after)).isEqualTo("initech");
        assertThat(account(moved)).isEqualTo("hooli");
    }

    @Test
    void nobodyNamedIsAnotherRefusalThanNobodyKnown() {
        assertThat(code(next(null, null, LOGIN))).isEqualTo("subject.missing");
        assertThat(code(next(null, BOB, GROUP))).isEqualTo("account.unknown");
    }

    @Test
    void onlyWhatIsForTheLogWaitsForItsAccount() {
        assertThat(kept(next(null, BOB, LOGIN)).awaitsAccount()).isTrue();
        assertThat(kept(next("globex", BOB, LOGIN)).awaitsAccount()).isFalse();
        assertThat(kept(next(null, BOB, IDENTIFY)).awaitsAccount()).isFalse();
    }

    @Test
    void whatCameBeforeDoesNotWaitOnceMore() {
        resolution = resolution(NOW.minus(Duration.ofHours(1)));

        assertThat(code(next(null, BOB, LOGIN))).isEqualTo("account.unknown");
    }

    @Test
    void whatIsSaidOfAPersonNeedsNoAccount() {
        assertThat(kept(next(null, BOB, IDENTIFY)).accountId()).isNull();
    }

    @Test
    void oldFactsAreBaseline() {
        SentTimes old = new SentTimes(NOW.minus(Duration.ofDays(2)), null);
        Draft draft = new Draft("m1", old, Subject.of(null, ANN), LOGIN, PLACES);

        assertThat(kept(resolution.next(item(draft))).envelope().origin()).isEqualTo(FactOrigin.BASELINE);
    }

    private Step<Resolved> next(@Nullable String account, @Nullable ExternalId who, Statement statement) {
        return resolution.next(item(new Draft("m1", SentTimes.NONE, Subject.of(account, who), statement, PLACES)));
    }

    private static Statement saying(String email) {
        return new Statement.OfAPerson(new ProfilePatch(null, email, null, null, null), false);
    }

    private static FoundAccount found(Step<Resolved> step) {
        return kept(step).account();
    }

    private static Item item(Draft draft) {
        return Item.readable(0, RawItem.whole("application/json", new byte[0], Map.of()), draft);
    }

    private static Resolved kept(Step<Resolved> step) {
        return ((Step.Kept<Resolved>) step).value();
    }

    private static @Nullable String account(Step<Resolved> step) {
        return kept(step).accountId();
    }

    private static String code(Step<Resolved> step) {
        return ((Step.Refused<Resolved>) step).refusal().code();
    }
}
