package io.playcaller.ingest.privacy;

import static io.playcaller.ingest.privacy.Treatment.DROP;
import static io.playcaller.ingest.privacy.Treatment.HASH;
import static io.playcaller.ingest.privacy.Treatment.MASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeedsTest {

    private final Needs needs = Needs.at("/userId", HASH)
            .and(Needs.at("/context/groupId"))
            .and(Needs.at("/traits", DROP))
            .and(Needs.at("/data/userIds", HASH))
            .and(Needs.at("/data/userIds/*", HASH));

    @Test
    void whoDidItMayBeHashedAndNothingElse() {
        assertThat(harm("/userId", DROP)).contains("/userId");
        assertThat(harm("/userId", MASK)).contains("/userId");
        assertThat(harm("/userId", HASH)).isEmpty();
    }

    @Test
    void whatHoldsSomethingNeededStays() {
        assertThat(harm("/context", DROP)).contains("/context/groupId");
        assertThat(harm("/*", DROP)).contains("/context/groupId");
        assertThat(harm("/data", HASH)).contains("/data/userIds");
    }

    @Test
    void anObjectMayGoButHoldsNothingWhenItIsMasked() {
        assertThat(harm("/traits", DROP)).isEmpty();
        assertThat(harm("/traits", MASK)).contains("/traits");
        assertThat(harm("/traits/email", MASK)).isEmpty();
    }

    @Test
    void inOneValueNothingCanBeNamed() {
        assertThat(harm("/userId/domain", HASH)).contains("/userId");
        assertThat(harm("/*/domain", HASH)).isEmpty();
    }

    @Test
    void anElementIsNeededWhereAnyIs() {
        assertThat(harm("/data/userIds/0", DROP)).contains("/data/userIds/*");
        assertThat(harm("/data/userIds/0", HASH)).isEmpty();
    }

    @Test
    void aWildcardHarmsNothingBecauseItSpares() {
        assertThat(harm("/context/*", DROP)).isEmpty();
        assertThat(needs.spare(List.of("context", "groupId"), DROP)).isTrue();
        assertThat(needs.spare(List.of("context", "ip"), DROP)).isFalse();
        assertThat(needs.spare(List.of("context", "*"), DROP)).isFalse();
    }

    @Test
    void aWildcardSparesWhatIsNeededWithAllThatStandsInIt() {
        assertThat(harm("/data/*", DROP)).isEmpty();
        assertThat(harm("/data/*", HASH)).isEmpty();
        assertThat(needs.spare(List.of("data", "userIds"), DROP)).isTrue();
        assertThat(needs.spare(List.of("data", "userIds"), HASH)).isFalse();
    }

    /** Dropped, an element makes way for the next one: another account would be read. */
    @Test
    void noElementBeforeOneThatIsNeededIsDropped() {
        Needs second = Needs.at("/tags/1").and(Needs.at("/list/2/id", HASH));

        assertThat(harmed(second, "/tags/0", DROP)).isTrue();
        assertThat(harmed(second, "/tags/*", DROP)).isTrue();
        assertThat(harmed(second, "/list/1", DROP)).isTrue();
        assertThat(harmed(second, "/tags/0", MASK)).isFalse();
        assertThat(harmed(second, "/tags/2", DROP)).isFalse();
        assertThat(harmed(second, "/list/0/id", DROP)).isFalse();
        assertThat(harmed(Needs.at("/tags/0"), "/tags/*", DROP)).isFalse();
    }

    /** It would be taken for a rule that is kept, and do nothing. */
    @Test
    void aWildcardThatNamesOnlyWhatIsNeededIsNoRule() {
        assertThat(harm("/data/userIds/*", DROP)).contains("/data/userIds/*");
        assertThat(harm("/data/userIds/*", MASK)).contains("/data/userIds/*");
        assertThat(harm("/data/userIds/*", HASH)).isEmpty();
        assertThat(harm("/*/userIds/*", DROP)).isEmpty();
    }

    @Test
    void ofTwoThatDisagreeBothHold() {
        Needs both = Needs.at("/x", DROP, HASH).and(Needs.at("/x", HASH));

        assertThat(both.spare(List.of("x"), DROP)).isTrue();
        assertThat(both.spare(List.of("x"), HASH)).isFalse();
        assertThat(Needs.at("/x", Treatment.values())).isEqualTo(Needs.NONE);
    }

    private Optional<String> harm(String path, Treatment treatment) {
        return needs.harmedBy(new PropertyRule(PropertyPath.known(path), treatment))
                .map(harm -> harm.place().toString());
    }

    private static boolean harmed(Needs needs, String path, Treatment treatment) {
        return needs.harmedBy(new PropertyRule(PropertyPath.known(path), treatment))
                .isPresent();
    }
}
