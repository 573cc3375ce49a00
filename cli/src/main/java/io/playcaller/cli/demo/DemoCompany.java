package io.playcaller.cli.demo;

import io.playcaller.cli.demo.DemoAccount.Tier;
import io.playcaller.cli.door.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws the company: the same seed and moment give the same, to the last event. */
final class DemoCompany {

    /** The source of usage that goes silent; the others are those of the quickstart. */
    static final String SILENT_SOURCE = "demo-pipe";

    /** So many accounts it has. */
    static final int WHOLE = 240;

    /** Of so many, spread over the whole, each persona still has one. */
    static final int LEAST = 30;

    private static final List<String> FIRST = List.of(
            "Amber", "Birch", "Cobalt", "Delta", "Elm", "Fjord", "Granite", "Harbor", "Iris", "Juniper", "Kestrel",
            "Linden", "Maple", "Nimbus", "Orchard", "Pioneer", "Quarry", "River", "Summit", "Tidal");
    private static final List<String> SECOND = List.of(
            "Logistics",
            "Health",
            "Studios",
            "Bank",
            "Robotics",
            "Foods",
            "Energy",
            "Travel",
            "Legal",
            "Media",
            "Schools",
            "Retail");
    private static final List<String[]> PLACES = List.of(
            new String[] {"US", "America/New_York"},
            new String[] {"GB", "Europe/London"},
            new String[] {"DE", "Europe/Berlin"},
            new String[] {"IN", "Asia/Kolkata"},
            new String[] {"BR", "America/Sao_Paulo"});
    private static final List<String> CSMS = List.of("ana", "ben", "chloe");
    private static final List<String> ACCOUNT_MANAGERS = List.of("femi", "grace");

    private final long seed;
    private final Instant now;
    private final Duration ahead;
    private final List<DemoAccount> accounts = new ArrayList<>();

    /**
     * @param now real time: the door moves the times of facts along
     * @param ahead how far business time is ahead of it: the register takes dates as they are
     * @param size how many of the {@value #WHOLE} accounts, at least {@value #LEAST}: each is as it is among the whole
     */
    DemoCompany(long seed, Instant now, Duration ahead, int size) {
        this.seed = seed;
        this.now = now;
        this.ahead = ahead;
        Random random = new Random(seed);
        int drawn = 0;
        for (Persona persona : Persona.values()) {
            for (int i = 0; i < persona.accounts(); i++) {
                DemoAccount account = account(persona, drawn, random);
                if (isAmong(size, drawn)) {
                    accounts.add(account);
                }
                drawn++;
            }
        }
    }

    /** Spread evenly over the numbers of all. */
    private static boolean isAmong(int size, int number) {
        return (number + 1) * size / WHOLE > number * size / WHOLE;
    }

    List<DemoAccount> accounts() {
        return accounts;
    }

    /** Everything up to now, account by account, each in order of time. */
    List<Parcel> history(DemoAccount account) {
        return new DemoHistory(account, now, ahead.toDays(), random(account)).parcels();
    }

    /** What happens now. */
    List<Parcel> live(DemoAccount account) {
        return new DemoLive(account, now).parcels();
    }

    Truth truth() {
        return new Truth(
                seed,
                now.plus(ahead),
                SILENT_SOURCE,
                accounts.stream()
                        .map(account -> new Truth.Expected(
                                account.id(),
                                account.name(),
                                account.persona().title(),
                                account.persona().fires(),
                                account.persona().reasons(),
                                account.persona().besides()))
                        .toList());
    }

    private Random random(DemoAccount account) {
        return new Random(seed * 31 + account.id().hashCode());
    }

    private static DemoAccount account(Persona persona, int number, Random random) {
        Tier tier = tier(persona, random);
        int seats = between(random, tier.leastSeats, tier.mostSeats);
        String[] place = PLACES.get(random.nextInt(PLACES.size()));
        boolean named = tier == Tier.ENTERPRISE || tier == Tier.MID_MARKET;
        return new DemoAccount(
                "demo-%03d".formatted(number + 1),
                FIRST.get(number % FIRST.size()) + " " + SECOND.get(number / FIRST.size() % SECOND.size()),
                persona,
                tier,
                place[0],
                place[1],
                between(random, tier.leastArr / 100, tier.mostArr / 100) * 100L,
                seats,
                Math.max(1, seats * 7 / 10),
                named ? CSMS.get(random.nextInt(CSMS.size())) : "",
                ACCOUNT_MANAGERS.get(random.nextInt(ACCOUNT_MANAGERS.size())),
                between(random, 140, 360));
    }

    /** Where a play serves certain tiers only, the persona that shows it is of these. */
    private static Tier tier(Persona persona, Random random) {
        int drawn = random.nextInt(100);
        return switch (persona) {
            case OUTAGE, SPONSOR_LOST -> drawn < 35 ? Tier.ENTERPRISE : Tier.MID_MARKET;
            case DECLINING -> Tier.MID_MARKET;
            case SEASONAL -> Tier.POOLED;
            case THIN -> Tier.TECH_TOUCH;
            default ->
                drawn < 12
                        ? Tier.ENTERPRISE
                        : drawn < 50 ? Tier.MID_MARKET : drawn < 88 ? Tier.POOLED : Tier.TECH_TOUCH;
        };
    }

    static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
