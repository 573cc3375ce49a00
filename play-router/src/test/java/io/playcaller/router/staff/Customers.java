package io.playcaller.router.staff;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.StepKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Customers of the simulated quarter: their signals come at random, each answered by one of the plays. */
final class Customers {

    /** How grave signals are, each as often as it stands here. */
    private static final List<Severity> SEVERITIES = Stream.of(
                    Collections.nCopies(1, Severity.CRITICAL),
                    Collections.nCopies(5, Severity.HIGH),
                    Collections.nCopies(9, Severity.MEDIUM),
                    Collections.nCopies(5, Severity.LOW))
            .flatMap(List::stream)
            .toList();

    /** A tier, who serves it, and how its accounts behave. */
    enum Kind {
        ENTERPRISE("enterprise", "csm", 12, 12, 0.05),
        MID_MARKET("mid-market", "csm", 14, 35, 0.03),
        POOLED("pooled", "csm", 8, 100, 0.016),
        TECH_TOUCH("tech-touch", "digital-csm", 2, 600, 0.003);

        final String tier;
        final String role;
        final int people;
        final int book;
        final double signalsADay;

        Kind(String tier, String role, int people, int book, double signalsADay) {
            this.tier = tier;
            this.role = role;
            this.people = people;
            this.book = book;
            this.signalsADay = signalsADay;
        }
    }

    /** What a signal asks for. */
    record Need(Play play, Severity severity, Ask ask) {}

    private final Random random;
    private final Map<Kind, List<Play>> plays = new EnumMap<>(Kind.class);
    private int number;

    Customers(Random random, List<Play> all) {
        this.random = random;
        for (Kind kind : Kind.values()) {
            plays.put(kind, all.stream().flatMap(play -> first(play, kind)).toList());
        }
    }

    /** The first task of a play that answers a signal in that tier, where it is for who serves the tier. */
    private static Stream<Play> first(Play play, Kind kind) {
        boolean answers = !play.reasons().isEmpty()
                && (play.tiers().isEmpty() || play.tiers().contains(kind.tier));
        return play.steps().stream()
                .filter(step -> answers
                        && step.opensRun()
                        && step.isFor(kind.tier)
                        && step.kind() == StepKind.HUMAN
                        && step.ownerIn(kind.tier).equals(kind.role))
                .limit(1)
                .map(play::at);
    }

    /** What comes on a day, in the order in which it comes. */
    List<Need> needs(int timesAsMany) {
        List<Need> needs = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int account = 0; account < kind.people * kind.book; account++) {
                if (random.nextDouble() < kind.signalsADay * timesAsMany) {
                    needs.add(need(kind, account));
                }
            }
        }
        Collections.shuffle(needs, random);
        return needs;
    }

    /** How many have come. */
    int signals() {
        return number;
    }

    private Need need(Kind kind, int account) {
        boolean named = kind == Kind.ENTERPRISE || kind == Kind.MID_MARKET;
        List<Owner> owners = named
                ? List.of(new Owner("csm", kind.tier + account % kind.people, LocalDate.of(2020, 1, 1), null))
                : List.of();
        List<Play> answers = plays.get(kind);
        Play play = answers.get(random.nextInt(answers.size()));
        Severity severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
        Ask ask = new Ask(
                kind.role,
                owners,
                Team.customer(kind.tier + "/" + account, kind.tier),
                severity == Severity.CRITICAL,
                play.minutes(),
                Ids.derived("quarter", number++));
        return new Need(play, severity, ask);
    }
}
