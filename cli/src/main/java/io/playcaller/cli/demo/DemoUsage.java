package io.playcaller.cli.demo;

import io.playcaller.cli.door.Parcel;
import io.playcaller.quickstart.Secrets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** How the people of one account used the product, day by day, in the manner of its persona. */
final class DemoUsage {

    static final int THIN_DAYS = 8;

    private static final int HISTORY_DAYS = 120;
    /** Older days are told in outline: a fall is looked for in 42 days, and must hold for two. */
    private static final int DETAIL_DAYS = 46;

    private static final double OUTLINE = 0.08;
    private static final List<String> FEATURES =
            List.of("reports", "dashboards", "alerts", "imports", "automation", "sharing", "api");

    private final DemoAccount account;
    private final DemoFacts facts;
    private final LocalDate today;
    private final Instant now;
    private final Random random;
    private final List<Parcel> parcels = new ArrayList<>();

    DemoUsage(DemoAccount account, DemoFacts facts, LocalDate today, Instant now, Random random) {
        this.account = account;
        this.facts = facts;
        this.today = today;
        this.now = now;
        this.random = random;
    }

    List<Parcel> parcels() {
        int days = account.persona() == Persona.THIN ? THIN_DAYS : HISTORY_DAYS;
        for (int ago = days; ago >= 0; ago--) {
            LocalDate day = today.minusDays(ago);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                day(day, ago);
            }
        }
        return parcels;
    }

    private void day(LocalDate day, int ago) {
        int people = people(day, ago);
        double presence = presence(ago) * (ago > DETAIL_DAYS ? OUTLINE : 1);
        for (int number = 1; number <= people; number++) {
            if (comesAnyway(day, ago, number) || random.nextDouble() < presence) {
                use(day, number);
            }
        }
    }

    /** Somebody keeps it in use, so that no account falls silent by bad luck of the draw. */
    private boolean comesAnyway(LocalDate day, int ago, int number) {
        if (number != 1) {
            return false;
        }
        boolean declining = account.persona() == Persona.DECLINING;
        DayOfWeek weekday = day.getDayOfWeek();
        boolean weekly = weekday == DayOfWeek.TUESDAY
                || (declining && (weekday == DayOfWeek.WEDNESDAY || weekday == DayOfWeek.THURSDAY));
        return weekly || (ago <= DETAIL_DAYS && !declining && account.persona() != Persona.SEASONAL);
    }

    private int people(LocalDate day, int ago) {
        return switch (account.persona()) {
            case THIN -> 1;
            case DECLINING ->
                Math.max(1, account.activePeople() - (account.activePeople() * Math.max(0, 75 - ago)) / 50);
            case SEASONAL ->
                turnOfMonth(day) ? account.activePeople() : day.getDayOfWeek() == DayOfWeek.TUESDAY ? 2 : 0;
            default -> account.activePeople();
        };
    }

    private double presence(int ago) {
        return switch (account.persona()) {
            case DECLINING -> ago < 40 ? 0.1 : 0.7;
            case SEASONAL -> 0.9;
            default -> 0.7;
        };
    }

    private static boolean turnOfMonth(LocalDate day) {
        return day.getDayOfMonth() <= 6 || day.getDayOfMonth() > day.lengthOfMonth() - 6;
    }

    private void use(LocalDate day, int number) {
        Instant at = day.atTime(8 + random.nextInt(9), random.nextInt(60), random.nextInt(60))
                .toInstant(ZoneOffset.UTC);
        int known = account.persona() == Persona.DECLINING ? 1 : FEATURES.size();
        String feature = FEATURES.get(random.nextInt(known));
        if (at.isBefore(now)) {
            parcels.add(facts.usage(source(), at, account.person(number), feature, 1 + random.nextInt(9)));
        }
    }

    private String source() {
        return account.persona() == Persona.PIPE_DOWN ? DemoCompany.SILENT_SOURCE : Secrets.WEB;
    }
}
