package io.playcaller.router.finding.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.TestRules;
import io.playcaller.router.delivery.Allowance;
import io.playcaller.router.delivery.out.PgAllowances.Standing;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.finding.ToldFinding;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.handover.HandOverNotes;
import io.playcaller.router.handover.HandOverState;
import io.playcaller.router.handover.out.PgAnsweredHandOvers.Rejected;
import io.playcaller.router.staff.Book;
import io.playcaller.router.staff.Book.Fill;
import io.playcaller.router.staff.Somebody;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.Unmatched;
import io.playcaller.router.staff.app.BookWatch.Watched;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 2, 2);
    private static final LocalDate REJECTED_ON = LocalDate.of(2026, 3, 2);

    @Test
    void peopleAreOneFindingATool() {
        Unmatched ana = new Unmatched(Somebody.called("ana").role("csm").build(), "jira");
        Unmatched ben = new Unmatched(Somebody.called("ben").role("csm").build(), "jira");
        Unmatched cid = new Unmatched(Somebody.called("cid").role("csm").build(), "slack");

        List<Finding> found = UnmatchedPeople.of(List.of(ana, ben, cid), Set.of());

        assertThat(found).extracting(Finding::key).containsExactly("unmatched/jira", "unmatched/slack");
        assertThat(found.get(0).sentence()).startsWith("2 of our people have no id in jira");
        assertThat(found.get(0).details()).containsExactly("Ana (ana)", "Ben (ben)");
    }

    @Test
    void whomSlackFoundByTheirAddressIsKnownThere() {
        Unmatched slack = new Unmatched(Somebody.called("cid").role("csm").build(), "slack");
        Unmatched jira = new Unmatched(Somebody.called("cid").role("csm").build(), "jira");

        assertThat(UnmatchedPeople.of(List.of(slack, jira), Set.of("cid")))
                .extracting(Finding::key)
                .containsExactly("unmatched/jira");
    }

    @Test
    void whoeverLeftIsAFindingForAsLongAsAnOverrideOfTheirsMayStand() {
        Instant left = Instant.parse("2026-03-02T17:00:00Z");
        List<StaffMember> people = List.of(
                Somebody.called("ana").role("csm").leavesAt(left).build(),
                Somebody.called("ben").role("csm").build(),
                Somebody.called("cid").leavesAt(left).build());

        List<Finding> found = LeaversOverrides.of(people, left);

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("overrides/ana");
            assertThat(one.sentence()).startsWith("Ana has left").endsWith("until 2026-05-31T17:00:00Z");
            assertThat(one.details().get(0)).endsWith("GET /v1/overrides?author=ana&author=ana%40example.com");
        });
        assertThat(LeaversOverrides.of(people, left.minusSeconds(1))).isEmpty();
        assertThat(LeaversOverrides.of(people, left.plus(Duration.ofDays(89)))).isEqualTo(found);
        assertThat(LeaversOverrides.of(people, left.plus(Duration.ofDays(90)))).isEmpty();
    }

    @Test
    void aBookIsFoundWhenItHasBeenTooFullForTooLong() {
        Book full = new Book("person/ana", "ana", Map.of("enterprise", 20), 1, 133, Fill.ABOVE);
        Book nobodys = new Book("nobody/pooled", null, Map.of("pooled", 7), 0, 0, Fill.UNSERVED);

        List<Finding> found = FullBooks.of(List.of(
                new Watched(full, SINCE, true), new Watched(nobodys, SINCE, true), new Watched(full, SINCE, false)));

        assertThat(found)
                .extracting(Finding::sentence)
                .containsExactly(
                        "The book person/ana is at 133% of its band, above it since 2026-02-02",
                        "Accounts that ought to have an owner have none: nobody/pooled, since 2026-02-02");
    }

    @Test
    void anAllowanceIsToldAtSeventyAndAsUrgentAtNinety() {
        assertThat(ToolAllowances.of(standing(Optional.empty()))).isEmpty();
        assertThat(ToolAllowances.of(standing(Optional.of(70)))).hasValueSatisfying(found -> {
            assertThat(found.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(found.key()).isEqualTo("allowance/salesforce");
        });
        assertThat(ToolAllowances.of(standing(Optional.of(90))))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(Severity.HIGH));
    }

    @Test
    void aHandOverThatWasRejectedIsARiskOfItsAccountWithoutTheWordsAboutIt() {
        List<Finding> found = rejectionsOf(new Owner("csm", "ana", LocalDate.of(2020, 1, 1), null));

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("hand-over/csm/a");
            assertThat(one.reason()).isEqualTo(Reason.ONB_HANDOVER_REJECTED);
            assertThat(one.sentence()).isEqualTo("Ben Berg was to have Acme as csm, and the hand-over was rejected");
            assertThat(one.about()).isEqualTo(new Finding.About("a", null, null));
            assertThat(one.details()).noneMatch(detail -> detail.contains("promised"));
        });
    }

    @Test
    void aRejectionIsSettledByAnOwnerWhomTheRegisterNamesFromALaterDay() {
        assertThat(rejectionsOf(new Owner("csm", "ana", REJECTED_ON, null)))
                .as("may have been so when it was rejected")
                .hasSize(1);
        assertThat(rejectionsOf(new Owner("account-manager", "ana", REJECTED_ON.plusDays(1), null)))
                .as("in another role")
                .hasSize(1);
        assertThat(rejectionsOf(new Owner("csm", "ana", REJECTED_ON.plusDays(3), null)))
                .as("not yet")
                .hasSize(1);
        assertThat(rejectionsOf(new Owner("csm", "nobody-here", REJECTED_ON.plusDays(1), null)))
                .as("nobody")
                .hasSize(1);
        assertThat(rejectionsOf(new Owner("csm", "ana", REJECTED_ON.plusDays(1), null)))
                .isEmpty();
    }

    /** Two days after it was rejected. */
    private static List<Finding> rejectionsOf(Owner owner) {
        return RejectedHandOvers.of(
                List.of(new Rejected(rejected(), "Acme", null, List.of(owner))),
                TestRules.read(),
                Instant.parse("2026-03-04T10:00:00Z"));
    }

    @Test
    void onlyWhatDiffersFromWhatWasToldIsNews() {
        Finding same = finding("a", "1");
        Finding changed = finding("b", "2");
        Finding fresh = finding("c", "1");

        assertThat(FindingWatch.news(
                        List.of(same, changed, fresh), List.of(told("a", "1"), told("b", "1"), told("gone", "1"))))
                .isEqualTo(Map.of("b", Optional.of(changed), "c", Optional.of(fresh), "gone", Optional.empty()));
    }

    private static Standing standing(Optional<Integer> told) {
        return new Standing("salesforce", new Allowance(9_500, 10_000), told);
    }

    private static AccountHandOver rejected() {
        Instant at = Instant.parse("2026-03-02T10:00:00Z");
        return new AccountHandOver(
                Ids.derived("hand-over", "test"),
                "a",
                "csm",
                "ana",
                "ben",
                new HandOverNotes("-", "-", "-", "-", "-"),
                at,
                "ana",
                at,
                at,
                HandOverState.REJECTED,
                null,
                null,
                "ben",
                at,
                "Nobody says what was promised.",
                null);
    }

    private static Finding finding(String key, String news) {
        return new Finding(key, Reason.DQ_BOOK_OVER, Severity.HIGH, news, "so", List.of());
    }

    private static ToldFinding told(String key, String said) {
        return new ToldFinding(
                key,
                Ids.derived("told", key),
                1,
                Reason.DQ_BOOK_OVER,
                Instant.parse("2026-03-02T10:00:00Z"),
                said,
                "",
                null);
    }
}
