package io.playcaller.router.routing;

/** One small question about a signal. Stages are asked in order until one does not pass. No side effects. */
public interface RoutingStage {

    String name();

    Verdict judge(RoutingCase routingCase);
}
