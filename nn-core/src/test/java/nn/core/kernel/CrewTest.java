package nn.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import nn.api.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CrewTest {
  private static final long MUCH = Arithmetic.plain().smallWork();

  private static Crew crew(int threads) {
    return new Crew(Arithmetic.plain(), threads);
  }

  @ParameterizedTest
  @CsvSource({"1,10", "2,1", "2,10", "3,1000", "4,3", "4,64", "7,1001", "5,0"})
  void everyItemIsDoneOnce(int threads, int count) {
    AtomicIntegerArray done = new AtomicIntegerArray(count);
    try (Crew crew = crew(threads)) {
      crew.split(
          count,
          MUCH,
          (from, to, kernels) -> {
            for (int i = from; i < to; i++) {
              done.incrementAndGet(i);
            }
          });
    }
    for (int i = 0; i < count; i++) {
      assertEquals(1, done.get(i), "item " + i);
    }
  }

  @Test
  void piecesAreNearlyEqualAndLongOnesStartAtMultiplesOfEight() {
    assertEquals(Set.of("0-2", "2-5", "5-7", "7-10"), pieces(4, 10));
    assertEquals(Set.of("0-24", "24-48", "48-72", "72-101"), pieces(4, 101));
    assertEquals(Set.of("0-1"), pieces(2, 1));
  }

  private static Set<String> pieces(int threads, int count) {
    Set<String> pieces = ConcurrentHashMap.newKeySet();
    try (Crew crew = crew(threads)) {
      crew.split(count, MUCH, (from, to, kernels) -> pieces.add(from + "-" + to));
    }
    return pieces;
  }

  @Test
  void eachThreadHasItsOwnArithmeticAndTheCallerTakesPart() {
    Set<Kernels> lent =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    Set<String> names = ConcurrentHashMap.newKeySet();
    try (Crew crew = crew(3)) {
      assertEquals(3, crew.threads());
      for (int i = 0; i < 10; i++) {
        crew.split(
            3,
            MUCH,
            (from, to, kernels) -> {
              lent.add(kernels);
              names.add(Thread.currentThread().getName());
            });
      }
    }
    assertEquals(3, lent.size());
    String caller = Thread.currentThread().getName();
    assertEquals(Set.of(caller, "nn-worker-1", "nn-worker-2"), names);
  }

  @Test
  void smallWorkAndSingleWorkStayOnTheCallingThread() {
    Thread caller = Thread.currentThread();
    Crew.Task task =
        (from, to, kernels) -> {
          assertSame(caller, Thread.currentThread());
          assertEquals(0, from);
          assertEquals(100, to);
        };
    try (Crew crew = crew(2)) {
      crew.split(100, MUCH - 1, task);
      crew.single(100, task);
    }
    try (Crew alone = crew(1)) {
      assertEquals(1, alone.threads());
      alone.split(100, MUCH, task);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void manyRoundsInARowSeeEachOthersResults(int threads) {
    int[] numbers = new int[64];
    int rounds = 5_000;
    try (Crew crew = crew(threads)) {
      for (int round = 0; round < rounds; round++) {
        int shift = 1 + round % 63;
        int[] before = numbers;
        int[] after = new int[64];
        // Each item reads what another piece wrote in the round before.
        crew.split(
            64,
            MUCH,
            (from, to, kernels) -> {
              for (int i = from; i < to; i++) {
                after[i] = before[(i + shift) % 64] + 1;
              }
            });
        numbers = after;
      }
    }
    int[] expected = new int[64];
    Arrays.fill(expected, rounds);
    assertArrayEquals(expected, numbers);
  }

  @Test
  void workersThatHaveParkedAreWoken() {
    AtomicIntegerArray done = new AtomicIntegerArray(2);
    try (Crew crew = crew(2)) {
      for (int i = 0; i < 20; i++) {
        awaitState(worker(1), Thread.State.WAITING);
        crew.split(2, MUCH, (from, to, kernels) -> done.incrementAndGet(from));
      }
    }
    assertEquals(20, done.get(0));
    assertEquals(20, done.get(1));
  }

  @Test
  void aCallerThatHasParkedIsWoken() {
    Thread caller = Thread.currentThread();
    try (Crew crew = crew(2)) {
      crew.split(
          2,
          MUCH,
          (from, to, kernels) -> {
            if (from > 0) {
              awaitState(caller, Thread.State.WAITING);
            }
          });
      assertFalse(caller.isInterrupted());
    }
  }

  private static void awaitState(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }

  private static Thread worker(int number) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("nn-worker-" + number))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 32, 64})
  void anExceptionOfAnyPieceReachesTheCallerAfterAllHaveFinished(int failing) {
    AtomicIntegerArray done = new AtomicIntegerArray(96);
    try (Crew crew = crew(3)) {
      Crew.Task task =
          (from, to, kernels) -> {
            if (from == failing) {
              throw new ArithmeticException("piece " + from);
            }
            for (int i = from; i < to; i++) {
              done.incrementAndGet(i);
            }
          };
      Exception e = assertThrows(ArithmeticException.class, () -> crew.split(96, MUCH, task));
      assertEquals("piece " + failing, e.getMessage());
      for (int i = 0; i < 96; i++) {
        assertEquals(i >= failing && i < failing + 32 ? 0 : 1, done.get(i));
      }
      crew.split(96, MUCH, (from, to, kernels) -> done.set(from, 7));
      assertEquals(List.of(7, 7, 7), List.of(done.get(0), done.get(32), done.get(64)));
    }
  }

  @Test
  void anErrorOfAWorkerReachesTheCaller() {
    try (Crew crew = crew(2)) {
      Error e =
          assertThrows(
              LinkageError.class,
              () ->
                  crew.split(
                      2,
                      MUCH,
                      (from, to, kernels) -> {
                        if (from > 0) {
                          throw new LinkageError("no vector");
                        }
                      }));
      assertEquals("no vector", e.getMessage());
    }
  }

  @Test
  void furtherExceptionsAreSuppressedInTheFirstPiecesOne() {
    try (Crew crew = crew(3)) {
      Exception e =
          assertThrows(
              IllegalStateException.class,
              () ->
                  crew.split(
                      3,
                      MUCH,
                      (from, to, kernels) -> {
                        throw new IllegalStateException("piece " + from);
                      }));
      assertEquals("piece 0", e.getMessage());
      assertEquals(
          List.of("piece 1", "piece 2"),
          Arrays.stream(e.getSuppressed()).map(Throwable::getMessage).toList());
    }
  }

  @Test
  void oneExceptionThrownByAllIsNotSuppressedInItself() {
    RuntimeException same = new IllegalStateException("same");
    try (Crew crew = crew(3)) {
      Crew.Task task =
          (from, to, kernels) -> {
            throw same;
          };
      assertSame(same, assertThrows(IllegalStateException.class, () -> crew.split(3, MUCH, task)));
      assertEquals(0, same.getSuppressed().length);
    }
  }

  @Test
  void aCheckedExceptionThrownPastTheCompilerIsWrapped() {
    Exception checked = new Exception("x");
    try (Crew crew = crew(2)) {
      Crew.Task task = (from, to, kernels) -> CrewTest.<RuntimeException>sneak(checked);
      Exception e = assertThrows(IllegalStateException.class, () -> crew.split(2, MUCH, task));
      assertSame(checked, e.getCause());
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void sneak(Throwable t) throws E {
    throw (E) t;
  }

  @Test
  void aTaskCannotSplitAgain() {
    try (Crew crew = crew(2)) {
      for (int piece = 0; piece < 2; piece++) {
        int nesting = piece;
        Crew.Task nested =
            (from, to, kernels) -> {
              if (from == nesting) {
                crew.split(2, MUCH, (f, t, k) -> {});
              }
            };
        Exception e = assertThrows(IllegalStateException.class, () -> crew.split(2, MUCH, nested));
        assertEquals(
            "The crew is at work; call it from one thread, and not from within a task",
            e.getMessage());
      }
      crew.split(2, MUCH, (from, to, kernels) -> {});
    }
  }

  @Test
  void closingEndsTheWorkers() {
    Crew crew = crew(3);
    Thread first = worker(1);
    Thread second = worker(2);
    assertTrue(first.isDaemon() && second.isDaemon());
    crew.close();
    crew.close();
    assertFalse(first.isAlive() || second.isAlive());
    for (int i = 0; i < 2; i++) {
      Exception e =
          assertThrows(IllegalStateException.class, () -> crew.split(9, MUCH, (f, t, k) -> {}));
      assertEquals("The crew is closed; make a new one", e.getMessage());
    }
  }

  @Test
  void anInterruptedCallerFinishesItsWorkAndKeepsItsInterrupt() throws InterruptedException {
    AtomicIntegerArray done = new AtomicIntegerArray(2);
    Crew crew = crew(2);
    Thread worker = worker(1);
    Thread.currentThread().interrupt();
    crew.split(2, MUCH, (from, to, kernels) -> done.incrementAndGet(from));
    crew.close();
    assertTrue(Thread.interrupted());
    assertEquals(1, done.get(0) * done.get(1));
    worker.join();
  }

  @Test
  void aCrewOfNobodyIsRefused() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> crew(0));
    assertEquals("A crew has 1 thread or more, got 0", e.getMessage());
  }
}
