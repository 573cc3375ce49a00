package io.playcaller.forecast.engine.capacity;

/**
 * The probability that who comes has to wait, where a line is served by several alike (M/M/c).
 *
 * <p>A. K. Erlang, 1917; by way of his loss formula B with B(0) = 1, B(n) = aB(n-1) / (n + aB(n-1)), which is stable, and
 * C = B / (1 - (a/c)(1 - B)).
 */
public final class ErlangC {

    private ErlangC() {}

    /**
     * The probability of waiting.
     *
     * @param people who serve, at least 1
     * @param load that is offered, in persons
     * @return 1 where the load is too much for them
     */
    public static double waits(int people, double load) {
        if (load >= people) {
            return 1;
        }
        double lost = 1;
        for (int n = 1; n <= people; n++) {
            lost = load * lost / (n + load * lost);
        }
        return lost / (1 - load / people * (1 - lost));
    }
}
