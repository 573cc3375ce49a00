package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.ToolDouble;
import io.playcaller.router.ToolDouble.Fault;
import io.playcaller.router.delivery.LedgerOnPaper.Try;
import io.playcaller.router.delivery.ToolTask.State;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/**
 * A tool is away for an hour while work goes on: it answers 503, or does what it is asked for and loses the answer, or is silent after
 * it did all of it. Each task begins, has a clock run out and is done.
 */
public final class HourDown {

    private static final Pace PACE = new Pace(4, 10, 20);
    private static final Duration ROUND = Duration.ofMinutes(10);
    private static final int ROUNDS = 9;
    private static final int TASKS_A_ROUND = 20;
    private static final Duration DOWN_FROM = Duration.ofMinutes(15);
    private static final Duration BACK_AT = DOWN_FROM.plusHours(1);

    /** By then the ladder has asked for everything again that was tried while the tool was away. */
    private static final Duration ALL_ASKED_AGAIN = Duration.ofHours(6);

    /** Two lots until five have failed in a row, then a probe after each pause of the breaker, which grow to two minutes. */
    private static final int MOST_ATTEMPTS_WHILE_DOWN = 2 * PACE.atOnce() + 36;

    private final LedgerOnPaper ledger = new LedgerOnPaper(PACE);
    private final Random random = new Random(60);
    private final ToolDouble tool;
    private final Function<Try, Receipt> sender;
    private int attemptsWhileDown;

    /** @param sender makes one attempt at the tool */
    public HourDown(ToolDouble tool, Function<Try, Receipt> sender) {
        this.tool = tool;
        this.sender = sender;
    }

    /** Lives through it; answers how many tasks the tool is to hold, each of them done and with one comment. */
    public int live() {
        for (int round = 0; round < ROUNDS; round++) {
            ledger.runUntil(ROUND.multipliedBy(round), this::attempt);
            begin(round);
        }
        ledger.runUntil(ALL_ASKED_AGAIN, this::attempt);

        assertThat(attemptsWhileDown).isBetween(5, MOST_ATTEMPTS_WHILE_DOWN);
        assertThat(ledger.breaker()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(ledger.count("failed")).isZero();
        assertThat(ledger.count("pending")).isZero();
        assertThat(ledger.count("sent")).isEqualTo(3L * ROUNDS * TASKS_A_ROUND);
        return ROUNDS * TASKS_A_ROUND;
    }

    private void begin(int round) {
        for (int i = 0; i < TASKS_A_ROUND; i++) {
            UUID task = new UUID(round + 1L, i);
            ledger.add(ToolTasks.of(task), "created", 1);
            ledger.add(ToolTasks.of(task).comment("The first touch ran out."), "breached/2", 2);
            ledger.add(ToolTasks.of(task).state(State.DONE), "completed/3", 3);
        }
    }

    private Receipt attempt(Try one) {
        tool.isWell();
        if (ledger.now().compareTo(DOWN_FROM) < 0 || ledger.now().compareTo(BACK_AT) >= 0) {
            return sender.apply(one);
        }
        attemptsWhileDown++;
        if (random.nextInt(4) == 0) {
            sender.apply(one);
            return new Receipt.Failed("no answer within 15000 ms");
        }
        tool.next(random.nextInt(3) == 0 ? Fault.LOST : Fault.DOWN);
        return sender.apply(one);
    }
}
