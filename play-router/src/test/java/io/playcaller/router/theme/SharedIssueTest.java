package io.playcaller.router.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.theme.SharedIssue.Account;
import io.playcaller.router.theme.SharedIssue.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedIssueTest {

    @Test
    void aThemeOfThreeAccountsIsOneIssueThatNamesThem() {
        List<SharedIssue> shared = SharedIssue.in(
                List.of(report("export", "c"), report("export", "a"), report("login", "a"), report("export", "b")));

        assertThat(shared).extracting(SharedIssue::theme).containsExactly("export");
        Finding finding = shared.get(0).finding();
        assertThat(finding.key()).isEqualTo("theme/export");
        assertThat(finding.reason()).isEqualTo(Reason.SUP_RECURRING);
        assertThat(finding.about()).isNull();
        assertThat(finding.sentence()).isEqualTo("The same issue keeps coming back at 3 accounts: export");
        assertThat(finding.details()).containsExactly("Name of a (a)", "Name of b (b)", "Name of c (c)");
    }

    @Test
    void anAccountCountsOnceAndTwoAreTheirOwn() {
        assertThat(SharedIssue.in(List.of(report("export", "a"), report("export", "a"), report("export", "b"))))
                .isEmpty();
    }

    @Test
    void theOrderOfReportsSaysNothing() {
        List<Report> reports = new ArrayList<>(
                List.of(report("export", "a"), report("login", "b"), report("export", "b"), report("export", "c")));
        List<SharedIssue> one = SharedIssue.in(reports);

        Collections.reverse(reports);

        assertThat(SharedIssue.in(reports)).isEqualTo(one);
    }

    @Test
    void ofVeryManyFiftyAreNamed() {
        List<Report> reports = IntStream.range(0, 53)
                .mapToObj(each -> report("export", "a%02d".formatted(each)))
                .toList();

        List<String> details = SharedIssue.in(reports).get(0).finding().details();

        assertThat(details).hasSize(51).last().isEqualTo("and 3 more");
        assertThat(Stream.of(details.get(0), details.get(49)))
                .containsExactly("Name of a00 (a00)", "Name of a49 (a49)");
    }

    private static Report report(String theme, String accountId) {
        return new Report(theme, new Account(accountId, "Name of " + accountId));
    }
}
