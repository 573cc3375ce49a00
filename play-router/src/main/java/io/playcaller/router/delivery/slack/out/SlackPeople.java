package io.playcaller.router.delivery.slack.out;

import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.slack.out.PgSlack.Found;
import io.playcaller.router.delivery.slack.out.SlackApi.Reply;
import io.playcaller.router.staff.StaffMember;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds the conversation with one of our people: by the id that the directory states, else by their e-mail address. */
final class SlackPeople {

    private final SlackApi api;
    private final PgSlack store;

    SlackPeople(SlackApi api, PgSlack store) {
        this.api = api;
        this.store = store;
    }

    /** Does {@code then} with the id of the conversation; answers what Slack says where there is none. */
    Uni<Receipt> with(StaffMember person, Function<String, Uni<Receipt>> then) {
        String foundBy = person.identityIn(SlackConnector.NAME).orElse(person.email());
        return store.person(person.staffId(), foundBy)
                .chain(kept ->
                        kept.map(found -> then.apply(found.channelId())).orElseGet(() -> find(person, foundBy, then)));
    }

    private Uni<Receipt> find(StaffMember person, String foundBy, Function<String, Uni<Receipt>> then) {
        return person.identityIn(SlackConnector.NAME)
                .map(userId -> open(person, foundBy, userId, then))
                .orElseGet(() -> api.get("users.lookupByEmail", Map.of("email", person.email()))
                        .chain(reply -> whenOk(
                                reply,
                                () -> open(
                                        person,
                                        foundBy,
                                        reply.body().at("/user/id").asText(),
                                        then))));
    }

    private Uni<Receipt> open(StaffMember person, String foundBy, String userId, Function<String, Uni<Receipt>> then) {
        return api.post("conversations.open", Map.of("users", userId))
                .chain(reply -> whenOk(reply, () -> {
                    Found found =
                            new Found(userId, reply.body().at("/channel/id").asText());
                    return store.keep(person.staffId(), foundBy, found).chain(() -> then.apply(found.channelId()));
                }));
    }

    private static Uni<Receipt> whenOk(Reply reply, Supplier<Uni<Receipt>> then) {
        return reply.isOk() ? then.get() : Uni.createFrom().item(reply.answer().receipt());
    }
}
