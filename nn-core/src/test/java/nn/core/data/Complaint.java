package nn.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** What is said of data that cannot be used. */
final class Complaint {
  private Complaint() {}

  static void assertComplaint(String message, Executable work) {
    assertEquals(message, assertThrows(DataException.class, work).getMessage());
  }

  static void assertWrongArgument(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  static void assertComplaintMatches(String pattern, Executable work) {
    String message = String.valueOf(assertThrows(DataException.class, work).getMessage());
    assertTrue(message.matches(pattern), message);
  }
}
