package io.playcaller.ingest.claim.out;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.redis.out.RedisCalls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * One script call per set. The value of a claim is {@code C}; or {@code W} while its event waits for its account; or
 * {@code P:<first claimed>:<locked until>:<holder>} in milliseconds of Redis' own clock, which is the only one that judges
 * locks.
 */
@ApplicationScoped
class RedisClaims implements Claims {

    /** Answers with one letter per key. Kept for no time, a claim is only looked at. */
    private static final String TAKE = """
            local t = redis.call('TIME')
            local now = t[1] * 1000 + math.floor(t[2] / 1000)
            local function pend(key, first)
              if ARGV[1] ~= '0' then
                redis.call('SET', key, string.format('P:%.0f:%.0f:%s', first, now + ARGV[2], ARGV[4]), 'PX', ARGV[1])
              end
              return 'T'
            end
            local states = {}
            for i, key in ipairs(KEYS) do
              local value = redis.call('GET', key)
              if not value then
                states[i] = pend(key, now)
              elseif value == 'C' or value == 'W' then
                states[i] = 'C'
              else
                local first, untilMillis, holder = string.match(value, 'P:(%d+):(%d+):(.*)')
                if tonumber(untilMillis) > now and holder ~= ARGV[4] then
                  states[i] = 'L'
                elseif now - first > tonumber(ARGV[3]) then
                  states[i] = 'U'
                else
                  states[i] = pend(key, first)
                end
              end
            end
            return table.concat(states)
            """;

    private static final String CONFIRM =
            "for _, key in ipairs(KEYS) do redis.call('SET', key, 'C', 'PX', ARGV[1]) end";

    /** What was released while its delivery still had to say that it waits is stored. */
    private static final String WAIT = """
            for _, key in ipairs(KEYS) do
              if redis.call('GET', key) ~= 'C' then redis.call('SET', key, 'W', 'PX', ARGV[1]) end
            end
            """;

    /** The first claim's time stays: an outcome that nobody knows must not look new. */
    private static final String RELEASE = """
            for _, key in ipairs(KEYS) do
              local first, holder = string.match(redis.call('GET', key) or '', 'P:(%d+):%d+:(.*)')
              if holder == ARGV[2] then redis.call('SET', key, 'P:' .. first .. ':0:', 'PX', ARGV[1]) end
            end
            """;

    /** Locked from its first moment: nobody claimed it before. */
    private static final String WITHDRAW = """
            for _, key in ipairs(KEYS) do
              local first, untilMillis, holder = string.match(redis.call('GET', key) or '', 'P:(%d+):(%d+):(.*)')
              if holder == ARGV[2] then
                if untilMillis - first == tonumber(ARGV[1]) then
                  redis.call('DEL', key)
                else
                  redis.call('SET', key, 'P:' .. first .. ':0:', 'KEEPTTL')
                end
              end
            end
            """;

    private static final String FORGET =
            "for _, key in ipairs(KEYS) do if redis.call('GET', key) == 'W' then redis.call('DEL', key) end end";

    private static final String NOBODY = "";

    private final RedisCalls redis;
    private final IngestConfig.Dedup settings;
    private final String prefix;
    private final Counter unavailable;

    RedisClaims(RedisAPI redis, IngestConfig config, TopicNames topics, MeterRegistry metrics) {
        this.settings = config.dedup();
        this.redis = new RedisCalls(redis, settings.timeout(), "claims are not taken");
        this.prefix = topics.prefix() + "playcaller:claim:";
        this.unavailable = Counter.builder("playcaller.ingest.claims.unavailable")
                .description("events for which no claim could be taken because Redis did not answer")
                .register(metrics);
    }

    @Override
    public Uni<List<ClaimState>> take(List<ClaimKey> keys, String holder, Duration window) {
        return states(keys, holder, window)
                .onFailure()
                .invoke(() -> unavailable.increment(keys.size()))
                .onFailure()
                .recoverWithItem(() -> unavailable(keys));
    }

    @Override
    public Uni<List<ClaimState>> look(List<ClaimKey> keys) {
        return states(keys, NOBODY, Duration.ZERO).onFailure().recoverWithItem(() -> unavailable(keys));
    }

    private Uni<List<ClaimState>> states(List<ClaimKey> keys, String holder, Duration window) {
        return keys.isEmpty()
                ? Uni.createFrom().item(List.of())
                : call(TAKE, keys, millis(window), millis(settings.lock()), millis(settings.ownerWindow()), holder)
                        .map(RedisClaims::states);
    }

    private static List<ClaimState> unavailable(List<ClaimKey> keys) {
        return Collections.nCopies(keys.size(), ClaimState.UNAVAILABLE);
    }

    @Override
    public Uni<Void> confirm(List<ClaimKey> keys, Duration window) {
        return bestEffort(CONFIRM, keys, millis(window));
    }

    @Override
    public Uni<Void> waits(List<ClaimKey> keys, Duration window) {
        return bestEffort(WAIT, keys, millis(window));
    }

    @Override
    public Uni<Void> release(List<ClaimKey> keys, String holder, Duration window) {
        return bestEffort(RELEASE, keys, millis(window), holder);
    }

    @Override
    public Uni<Void> withdraw(List<ClaimKey> keys, String holder) {
        return bestEffort(WITHDRAW, keys, millis(settings.lock()), holder);
    }

    @Override
    public Uni<Void> forget(List<ClaimKey> keys) {
        return keys.isEmpty() ? Uni.createFrom().voidItem() : call(FORGET, keys).replaceWithVoid();
    }

    /** Whether the last call was answered. */
    boolean answering() {
        return redis.answering();
    }

    private Uni<Void> bestEffort(String script, List<ClaimKey> keys, String... arguments) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : call(script, keys, arguments).replaceWithVoid().onFailure().recoverWithNull();
    }

    private Uni<Response> call(String script, List<ClaimKey> keys, String... arguments) {
        return redis.eval(
                script, keys.stream().map(key -> prefix + key.digest()).toList(), List.of(arguments));
    }

    private static List<ClaimState> states(Response answer) {
        return answer.toString().chars().mapToObj(RedisClaims::state).toList();
    }

    private static ClaimState state(int letter) {
        return switch (letter) {
            case 'T' -> ClaimState.TAKEN;
            case 'C' -> ClaimState.CONFIRMED;
            case 'L' -> ClaimState.LOCKED;
            case 'U' -> ClaimState.UNDECIDED;
            default -> throw new IllegalStateException("the script answered " + (char) letter);
        };
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
