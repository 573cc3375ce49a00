package io.playcaller.ingest.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.ingest.identity.ClaimedDomains;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.identity.MergedAccounts;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final Word BY_EVENT = new Word(EdgeBy.EVENT, "web", Instant.parse("2026-03-01T12:00:00Z"));
    private static final Word BY_REGISTER = new Word(EdgeBy.REGISTER, "crm", Instant.parse("2026-03-02T12:00:00Z"));
    private static final ClaimedDomains ACMES = new ClaimedDomains(
            Map.of(new DomainName("acme.example"), "acme", new DomainName("eu.acme.example"), "acme-eu"));
    private static final PersonChange NOTHING = new PersonChange.Nothing();
    private static final Person UNSEEN = Person.unknown("p1");

    @Test
    void theFirstWordIsAVersionEvenWhenItSaysNothing() {
        Person first = after(UNSEEN, NOTHING, BY_EVENT);

        assertThat(first.version()).isEqualTo(1);
        assertThat(after(first, NOTHING, BY_EVENT)).isEqualTo(first);
    }

    @Test
    void aPatchLeavesWhatItDoesNotSay() {
        Profile before = new Profile("acme", "Ann", "ann@x.example", "CTO", ContactRole.SPONSOR, true, false);

        Profile after = new ProfilePatch(null, "ann@y.example", null, null, null).applyTo(before);

        assertThat(after)
                .isEqualTo(new Profile("acme", "Ann", "ann@y.example", "CTO", ContactRole.SPONSOR, true, false));
    }

    @Test
    void whoOnlyGaveAnAddressIsNotWrittenTo() {
        Person identified = after(UNSEEN, told("ann@x.example"), BY_EVENT);

        assertThat(identified.record().email()).isEqualTo("ann@x.example");
        assertThat(identified.record().mayContact()).isFalse();
    }

    @Test
    void whatTheRegisterDoesNotSayOfMessagesStaysAsItWasSaid() {
        Person asked = after(UNSEEN, registered(null), BY_REGISTER);
        Person allowed = after(asked, registered(true), BY_REGISTER);
        Person synced = after(allowed, registered(null), BY_REGISTER);
        Person refused = after(synced, registered(false), BY_REGISTER);

        assertThat(asked.record().mayContact()).isFalse();
        assertThat(allowed.record().mayContact()).isTrue();
        assertThat(synced).isEqualTo(allowed);
        assertThat(after(refused, registered(null), BY_REGISTER)).isEqualTo(refused);
        assertThat(after(refused, told("ann@y.example"), BY_EVENT).record().mayContact())
                .isFalse();
    }

    @Test
    void whoIsNoLongerThereIsNotWrittenToUntilTheyAreAgain() {
        Person there = after(UNSEEN, registered(true), BY_REGISTER);
        Person left =
                after(there, new PersonChange.Told(new ProfilePatch(null, null, null, null, false), null), BY_EVENT);
        Person back =
                after(left, new PersonChange.Told(new ProfilePatch(null, null, null, null, true), null), BY_EVENT);

        assertThat(left.record().mayContact()).isFalse();
        assertThat(left.profile().mayContact()).as("what was said is kept").isTrue();
        assertThat(back.record().mayContact()).isTrue();
    }

    private static PersonChange registered(@Nullable Boolean mayContact) {
        return new PersonChange.Replaced(
                new PersonEntry("acme", "Ann", "ann@x.example", null, ContactRole.USER, true, mayContact));
    }

    @Test
    void anEventAddsAnAccountAndTheRegisterSaysWhichOneItIs() {
        Person inAcme = after(UNSEEN, joins("acme"), BY_EVENT);
        Person inBoth = after(inAcme, joins("globex"), BY_EVENT);
        Person moved = after(inBoth, registered("globex", null), BY_REGISTER);

        assertThat(inBoth.belonging().accountIds()).containsExactly("globex", "acme");
        assertThat(inBoth.contactFacts(inAcme, MergedAccounts.NONE))
                .containsExactly(
                        new ContactChanged("globex", "p1", ContactRole.USER, true, 2),
                        new ContactChanged("acme", "p1", ContactRole.USER, true, 2));
        assertThat(moved.belonging().edges()).containsExactly(BY_EVENT.edgeTo("globex"));
        assertThat(moved.contactFacts(inBoth, MergedAccounts.NONE))
                .containsExactly(
                        new ContactChanged("acme", "p1", ContactRole.USER, false, 3),
                        new ContactChanged("globex", "p1", ContactRole.USER, true, 3));
    }

    @Test
    void whoGoesBetweenTwoAccountsLeavesNone() {
        Person inBoth = after(after(UNSEEN, joins("acme"), BY_EVENT), joins("globex"), BY_EVENT);

        Person back = after(inBoth, joins("acme"), BY_EVENT);

        assertThat(back.profile().accountId()).isEqualTo("acme");
        assertThat(back.contactFacts(inBoth, MergedAccounts.NONE)).allMatch(ContactChanged::active);
        assertThat(back.belonging().edges())
                .containsExactlyInAnyOrderElementsOf(inBoth.belonging().edges());
    }

    @Test
    void whoJoinsOneAccountAfterTheOtherIsOfABoundedNumber() {
        Person person = UNSEEN;
        for (int i = 0; i < 50; i++) {
            person = after(person, joins("a-" + i), BY_EVENT);
        }

        Person further = after(person, joins("a-50"), BY_EVENT);

        assertThat(further.belonging().accountIds())
                .hasSize(50)
                .startsWith("a-50", "a-49")
                .doesNotContain("a-0");
        assertThat(further.contactFacts(person, MergedAccounts.NONE))
                .startsWith(new ContactChanged("a-0", "p1", ContactRole.USER, false, 51));
    }

    @Test
    void anAccountIntoWhichTheirsWasMergedIsToldInItsPlaceAndOnce() {
        MergedAccounts merged = new MergedAccounts(Map.of("globex", "acme"));
        Person inBoth = after(after(UNSEEN, joins("acme"), BY_EVENT), joins("globex"), BY_EVENT);
        Person left = after(inBoth, new PersonChange.Left("globex", "olga"), BY_REGISTER);

        assertThat(inBoth.contactFacts(UNSEEN, merged))
                .containsExactly(new ContactChanged("acme", "p1", ContactRole.USER, true, 2));
        assertThat(left.contactFacts(inBoth, merged))
                .containsExactly(new ContactChanged("acme", "p1", ContactRole.USER, true, 3));
    }

    @Test
    void whatEndsLeavesTheOthers() {
        Person inBoth = after(after(UNSEEN, joins("acme"), BY_EVENT), joins("globex"), BY_EVENT);

        Person left = after(inBoth, new PersonChange.Left("globex", "olga"), BY_REGISTER);

        assertThat(left.profile().accountId()).isEqualTo("acme");
        assertThat(after(left, new PersonChange.Left("acme", "olga"), BY_REGISTER)
                        .profile()
                        .accountId())
                .isNull();
    }

    @Test
    void aDomainSaysTheAccountWhileNobodyElseDoes() {
        Person placed = after(UNSEEN, registered(null, "ann@acme.example"), BY_REGISTER);
        Person further = after(placed, registered(null, "ann@eu.acme.example"), BY_REGISTER);
        Person elsewhere = after(further, registered(null, "ann@globex.example"), BY_REGISTER);
        Person stated = after(further, joins("globex"), BY_EVENT);
        Person statedOnce = after(stated, told("ann@acme.example"), BY_EVENT);

        assertThat(placed.ref()).isEqualTo(new PersonRef("p1", "acme", true));
        assertThat(placed.belonging().edges())
                .containsExactly(new Edge("acme", EdgeBy.DOMAIN, "acme.example", BY_REGISTER.at()));
        assertThat(further.profile().accountId()).isEqualTo("acme-eu");
        assertThat(elsewhere.profile().accountId()).isNull();
        assertThat(stated.belonging().accountIds()).containsExactly("globex");
        assertThat(statedOnce.profile().accountId()).isEqualTo("globex");
    }

    @Test
    void whatADomainSaidAndAnEventSaysIsAnEdgeOfTheEvent() {
        Person placed = after(UNSEEN, told("ann@acme.example"), BY_EVENT);

        Person confirmed = after(placed, joins("acme"), BY_EVENT);

        assertThat(confirmed.belonging().edges()).containsExactly(BY_EVENT.edgeTo("acme"));
        assertThat(confirmed.version()).isEqualTo(placed.version());
        assertThat(confirmed.ref().mayBePlaced()).isFalse();
    }

    @Test
    void whoWasTakenOutOfWhatADomainSaidIsNotPlacedAgainUntilSomebodySaysAnAccount() {
        Person placed = after(UNSEEN, told("ann@acme.example"), BY_EVENT);
        Person refused = after(placed, new PersonChange.Left("acme", "olga"), BY_REGISTER);

        assertThat(refused.profile().accountId()).isNull();
        assertThat(after(refused, told("ann@eu.acme.example"), BY_EVENT)
                        .profile()
                        .accountId())
                .isNull();
        assertThat(after(refused, joins("acme"), BY_EVENT).belonging().domainRefused())
                .isFalse();
    }

    @Test
    void aDomainDoesNotBringBackWhomSomebodyTookOutOfWhatAnEventSaid() {
        Person of = after(after(UNSEEN, told("ann@acme.example"), BY_EVENT), joins("acme"), BY_EVENT);
        Person out = after(of, new PersonChange.Left("acme", "olga"), BY_REGISTER);
        Person wrong = after(of, joins("globex"), BY_EVENT);
        Person elsewhere = after(
                after(wrong, registered("globex", "ann@acme.example"), BY_REGISTER),
                new PersonChange.Left("globex", "olga"),
                BY_REGISTER);

        assertThat(out.profile().accountId()).isNull();
        assertThat(after(out, NOTHING, BY_REGISTER).profile().accountId()).isNull();
        assertThat(elsewhere.profile().accountId()).isEqualTo("acme");
    }

    @Test
    void theAccountThatIsLeftIsToldToo() {
        Person before = after(UNSEEN, registered("acme", null), BY_REGISTER);
        Person after = after(before, registered("globex", null), BY_REGISTER);

        assertThat(after.contactFacts(before, MergedAccounts.NONE))
                .containsExactly(
                        new ContactChanged("acme", "p1", ContactRole.USER, false, 2),
                        new ContactChanged("globex", "p1", ContactRole.USER, true, 2));
    }

    @Test
    void withoutAnAccountNobodyIsTold() {
        assertThat(after(UNSEEN, NOTHING, BY_EVENT).contactFacts(UNSEEN, MergedAccounts.NONE))
                .isEmpty();
    }

    private static PersonChange joins(String account) {
        return new PersonChange.Told(ProfilePatch.NOTHING, account);
    }

    private static PersonChange told(String email) {
        return new PersonChange.Told(new ProfilePatch(null, email, null, null, null), null);
    }

    private static PersonChange registered(@Nullable String account, @Nullable String email) {
        return new PersonChange.Replaced(new PersonEntry(account, null, email, null, ContactRole.USER, true, true));
    }

    private static Person after(Person before, PersonChange change, Word word) {
        Person heard = before.hearing(change, word);
        return (heard.isToBePlaced(before) ? heard.placed(ACMES, change, word) : heard).after(before);
    }
}
