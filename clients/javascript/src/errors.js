/** What can go wrong, by where it did. A refusal to recognise somebody is no error but an answer. */

/** Anything that went wrong; the subclass says where. */
export class FacedeskError extends Error {
  /**
   * @param {string} message
   * @param {{code?: string, status?: number, closeCode?: number, correlationId?: string, cause?: unknown}} [details]
   */
  constructor(message, details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    /** The station's word for it, for example `RATE_LIMITED`; made up by the client where the station was not heard. */
    this.code = details.code ?? 'UNKNOWN';
    /** HTTP status, or what an `error` message gave in its place. */
    this.status = details.status;
    /** The socket's close code, see docs/protocol.md. */
    this.closeCode = details.closeCode;
    /** Quote this when you report a problem: it stands in the station's log. */
    this.correlationId = details.correlationId;
  }
}

/** The station refused a REST call. */
export class RequestRefused extends FacedeskError {}

/** The station ended the session without a result: expired, cancelled, unknown, or over its limits. */
export class SessionEnded extends FacedeskError {}

/** The connection broke and could not be made again. */
export class ConnectionLost extends FacedeskError {}

/** The source has no more frames and the session has no result yet. The same token may go on. */
export class FramesEnded extends FacedeskError {}

/** A sealed result does not open, was changed, or belongs to another session. Do not act on it. */
export class SealBroken extends FacedeskError {}
