package io.playcaller.router.routing;

/** One small question about a signal. Stages are asked in order until one does not pass. No side effects. */
public interface RoutingStage {

    String name();

    Verdict judge(RoutingCase routingCase);

    /** Whether the answer stands in the path of the signal. */
    default boolean isTold(Verdict verdict) {
        return true;
    }
}
