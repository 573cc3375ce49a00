package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A task as it is stored, also by a version of before. */
class TaskBodyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");

    private final RouterRules rules = TestRules.read();

    @Test
    void whatIsWrittenIsRead() {
        Task task = task();

        assertThat(WireJson.read(WireJson.write(task), Task.class)).isEqualTo(task);
    }

    @Test
    void oneThatAReplicaOfBeforeWroteIsReadAsItWouldHaveBeenMadeNow() {
        ObjectNode body = WireJson.mapper().valueToTree(task());
        body.remove("settled");
        body.putArray("joinedPolicies").add(body.at("/order/policy"));
        body.get("clocks").forEach(run -> ((ObjectNode) run).remove("log"));

        Task read = WireJson.read(WireJson.write(body), Task.class);

        assertThat(read.joinedPolicies()).isEmpty();
        assertThat(read.settled()).isNull();
        assertThat(read.timers()).isEqualTo(task().timers());
    }

    private Task task() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(
                Signals.of("a").build().severity(), play.sla(), play.giveUp(), play.escalation(), rules.sla());
        WorkOrder order = new WorkOrder(
                new UUID(1, 1), new UUID(1, 2), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
        return new TaskDecider(NOW)
                .create(
                        order,
                        Signals.of("a").episode(new UUID(1, 3)).build(),
                        ANA,
                        rules.calendars().of("24x7"))
                .after();
    }
}
