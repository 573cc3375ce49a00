package io.playcaller.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowListTest {

    @Test
    void thePageMayAskForWhatItShows() {
        assertThat(AllowList.allows(Backend.HEALTH, "GET", "v1/accounts")).isTrue();
        assertThat(AllowList.allows(Backend.HEALTH, "GET", "v1/accounts/totals"))
                .isTrue();
        assertThat(AllowList.allows(Backend.HEALTH, "GET", "v1/accounts/a%20b..c/history"))
                .isTrue();
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/tasks/1/acknowledge"))
                .isTrue();
        assertThat(AllowList.allows(Backend.FORECAST, "GET", "v1/portfolio")).isTrue();
        assertThat(AllowList.allows(Backend.ROUTER, "GET", "v1/reasons")).isTrue();
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/tasks/bulk")).isTrue();
        assertThat(List.of("touch", "update", "comment", "snooze", "complete"))
                .allMatch(act -> AllowList.allows(Backend.ROUTER, "POST", "v1/tasks/1/" + act));
    }

    @Test
    void nothingElseAndNothingThatClimbs() {
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/tasks")).isFalse();
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/tasks/1/forget"))
                .isFalse();
        assertThat(AllowList.allows(Backend.HEALTH, "POST", "v1/accounts")).isFalse();
        assertThat(AllowList.allows(Backend.FORECAST, "GET", "v1/accounts")).isFalse();
        assertThat(List.of(
                        "v1/accounts/../health",
                        "v1/accounts/./health",
                        "v1/accounts/%2E%2e/health",
                        "v1/accounts/.%2e/health",
                        "v1/accounts/a%2f..%2fb/health",
                        "v1/accounts/a%5cb/health",
                        "v1/accounts/a/b/health",
                        "v1/accounts//health"))
                .allSatisfy(path -> assertThat(AllowList.allows(Backend.HEALTH, "GET", path))
                        .isFalse());
    }
}
