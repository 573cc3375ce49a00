package io.playcaller.bench.health;

/**
 * What is on the log.
 *
 * @param events facts of accounts, repeated ones among them; the register's come on top, two an account
 * @param accounts how many customers there are
 * @param zipf whether the n-th customer is drawn with a weight of 1/n; else each is as likely as any other
 * @param partitions of customer-events
 */
public record HealthLoad(int events, int accounts, boolean zipf, int partitions) {

    /** Facts of the register at the beginning of the log. */
    int registered() {
        return 2 * accounts;
    }
}
