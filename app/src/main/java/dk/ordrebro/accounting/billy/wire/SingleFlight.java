package dk.ordrebro.accounting.billy.wire;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Lets one do a piece of work while all others who want the same wait and share what came of it, failure too. */
public final class SingleFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    public V fly(K key, Supplier<V> work) {
        var mine = new CompletableFuture<V>();
        CompletableFuture<V> others = underWay.putIfAbsent(key, mine);
        return others == null ? lead(key, mine, work) : follow(others);
    }

    private V lead(K key, CompletableFuture<V> mine, Supplier<V> work) {
        try {
            V result = work.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key, mine);
        }
    }

    private static <V> V follow(CompletableFuture<V> others) {
        try {
            return others.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccountingUnavailable(
                    new Problem(Problem.Code.UNREACHABLE, "interrupted while waiting for the same question"));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The one who did the work for all failed", e);
        }
    }
}
