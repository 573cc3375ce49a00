package io.playcaller.router.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one tool on paper, and a replica that sends from it, by a clock of its own, so that hours pass in no time: of each task
 * the first message that is not settled, as gate and ladder allow.
 */
public final class LedgerOnPaper {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<UUID, List<Line>> byTask = new LinkedHashMap<>();
    private final Map<UUID, String> externalIds = new HashMap<>();
    private Duration now = Duration.ZERO;
    private Gate gate;

    LedgerOnPaper(Pace pace) {
        this.gate = Gate.open(pace, now);
    }

    private static final class Line {

        private final ToolTasks message;
        private final String purpose;
        private final long rev;
        private Duration next;
        private int attempts;
        private String state = "pending";

        private Line(ToolTasks message, String purpose, long rev, Duration next) {
            this.message = message;
            this.purpose = purpose;
            this.rev = rev;
            this.next = next;
        }

        private boolean isPending() {
            return state.equals("pending");
        }

        private Attempt attempt(@Nullable String externalId) {
            return message.attempt(purpose, rev, attempts, externalId);
        }
    }

    /** One attempt at a message. */
    public record Try(Attempt attempt, ToolTask task) {}

    /** Writes a message that is due at once. */
    void add(ToolTasks message, String purpose, long rev) {
        byTask.computeIfAbsent(message.build().taskId(), task -> new ArrayList<>())
                .add(new Line(message, purpose, rev, now));
    }

    Duration now() {
        return now;
    }

    /** How many messages are {@code pending}, {@code sent} or {@code failed}. */
    long count(String state) {
        return lines().filter(line -> line.state.equals(state)).count();
    }

    CircuitBreaker.State breaker() {
        return gate.breaker().state(now);
    }

    /** Looks once a second until then, and sends what is due. */
    void runUntil(Duration end, Function<Try, Receipt> tool) {
        while (now.compareTo(end) < 0) {
            now = now.plus(POLL);
            List<Line> due = due(gate.allows(now));
            gate = gate.begun(due.size(), now);
            due.forEach(line -> attempt(line, tool));
        }
    }

    private Stream<Line> lines() {
        return byTask.values().stream().flatMap(List::stream);
    }

    private List<Line> due(int atMost) {
        return byTask.values().stream()
                .flatMap(lines -> lines.stream().filter(Line::isPending).limit(1))
                .filter(line -> line.next.compareTo(now) <= 0)
                .sorted(Comparator.comparing(line -> line.next))
                .limit(atMost)
                .toList();
    }

    private void attempt(Line line, Function<Try, Receipt> tool) {
        line.attempts++;
        UUID taskId = line.message.build().taskId();
        Receipt receipt = tool.apply(new Try(line.attempt(externalIds.get(taskId)), line.message.build()));
        gate = gate.ended(receipt, now);
        if (receipt instanceof Receipt.Taken taken) {
            line.state = "sent";
            taken.externalId().ifPresent(id -> externalIds.put(taskId, id));
        } else if (receipt instanceof Receipt.Busy busy) {
            line.attempts--;
            line.next = now.plus(busy.pause());
        } else if (receipt instanceof Receipt.Failed failed) {
            RetryLadder.after(line.attempts, failed.retryAfter())
                    .ifPresentOrElse(wait -> line.next = now.plus(wait), () -> line.state = "failed");
        } else {
            line.state = "failed";
        }
    }
}
