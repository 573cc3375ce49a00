package io.playcaller.cli.bench;

import io.playcaller.bench.health.HealthLoad;
import picocli.CommandLine.Option;

/** What is on the log of {@code bench health}. */
final class HealthLogOptions {

    private static final int MOST_EVENTS = 50_000_000;
    private static final int MOST_ACCOUNTS = 5_000_000;
    private static final int MOST_PARTITIONS = 64;

    @Option(
            names = "--events",
            defaultValue = "3000000",
            paramLabel = "N",
            description = "facts on the log, besides two of the register for each account; default 3000000")
    private int events;

    @Option(names = "--accounts", defaultValue = "100000", paramLabel = "N", description = "default 100000")
    private int accounts;

    @Option(
            names = "--zipf",
            description = "draw the n-th account with a weight of 1/n; without it each is as likely as any other")
    private boolean zipf;

    @Option(names = "--partitions", defaultValue = "8", paramLabel = "N", description = "of customer-events; default 8")
    private int partitions;

    HealthLoad load() {
        return load(accounts, zipf);
    }

    /** As said, but for the accounts. */
    HealthLoad load(int otherAccounts, boolean otherZipf) {
        MeasuredDoor.require("--events", events, MOST_EVENTS);
        MeasuredDoor.require("--accounts", otherAccounts, MOST_ACCOUNTS);
        MeasuredDoor.require("--partitions", partitions, MOST_PARTITIONS);
        return new HealthLoad(events, otherAccounts, otherZipf, partitions);
    }
}
