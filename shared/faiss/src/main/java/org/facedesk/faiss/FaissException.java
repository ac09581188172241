package org.facedesk.faiss;

/**
 * FAISS refused, failed, or could not be loaded.
 *
 * <p>Every C++ exception arrives as this one type with the message of FAISS, which names the
 * function and the line.
 */
public class FaissException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The bindings call this one from native code. */
  public FaissException(String message) {
    super(message);
  }

  /** For what fails outside of C++, while the library is loaded. */
  public FaissException(String message, Throwable cause) {
    super(message, cause);
  }
}
