package io.playcaller.router.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.mail.ActionLink.Act;
import io.playcaller.router.delivery.person.Completion;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkPageTest {

    @Test
    void whoFollowsALinkIsAskedAndNothingActsByItself() {
        String page = page(Act.ACKNOWLEDGE, "Call them").html();

        assertThat(page).contains("<form method=\"post\">", ">Acknowledge</button>", "in the name of Ana");
        assertThat(page).doesNotContain("<script", "onload", "http-equiv");
    }

    @Test
    void completingAsksHowItWent() {
        assertThat(page(Act.COMPLETE, "Call them").html())
                .contains(Completion.ALL.stream()
                        .map(one -> "value=\"" + one.value() + "\"")
                        .toArray(String[]::new));
    }

    @Test
    void noWordOfATaskIsMarkup() {
        assertThat(page(Act.SNOOZE, "<img src=x onerror=alert(1)>").html()).doesNotContain("<img");
    }

    private static LinkPage page(Act act, String ask) {
        ActionLink link = new ActionLink(UUID.randomUUID(), act, "ana", Instant.parse("2026-03-09T10:00:00Z"));
        return LinkPage.asking(link, "A drop of usage", ask, "Ana");
    }
}
