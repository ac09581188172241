/**
 * The protocol's shapes as they stand on the wire (docs/protocol.md). Fields may be added later:
 * ignore what you do not know.
 */

export type SessionKind = 'enrollment' | 'verification' | 'identification';

/** `encrypted_data` of a completed session. In strict mode there is no payload and no mac. */
export interface Sealed {
  encrypted_payload?: string;
  encryption_method: string;
  key: 'api_key' | 'secret_key' | 'double';
  mac?: string;
  v2?: string;
  instructions?: string;
}

/** The plain text of a seal. `id` is the person, by your own `user_id`. */
export interface Opened {
  id: string;
  timestamp: string;
  session_type: SessionKind;
  session_token: string;
  confidence?: number;
  user_id?: string;
  /** With a person of another client that shares the gallery: whose `user_id` it is. */
  user_client_id?: string;
  enrollment_id?: string;
}

export interface LivenessIndicators {
  ear?: number;
  blinks: number;
  blink_verified: boolean;
  motion_verified: boolean;
  motion_score: number;
  motion_events: number;
  frame_counter: number;
}

/** What can be drawn over your own picture, in its pixels. */
export interface VisualData {
  face_bbox?: [x1: number, y1: number, x2: number, y2: number];
  landmarks?: [x: number, y: number][];
  liveness_indicators: LivenessIndicators;
  head_pose?: { yaw: number; pitch: number; roll: number };
  quality: Record<string, number>;
}

/** A step that was asked for; `message` says the same in words. */
export interface Challenge {
  id: string;
  nonce?: string;
  step: number;
  of: number;
  action: 'turn_left' | 'turn_right' | 'look_up' | 'move_closer' | 'light';
  colour?: string;
  chip_ms?: number;
  deadline_ms?: number;
  state: 'pending' | 'ok' | 'failed';
}

export interface ConnectionEstablished {
  type: 'connection_established';
  session_token: string;
  session_type: SessionKind;
  status: string;
  timeout: number;
  message: string;
  challenge?: Challenge;
}

/** `target_samples` for enrollments; `min_frames_required`, `is_live` and times for the others. */
export interface FrameProcessed {
  type: 'frame_processed';
  success: boolean;
  error?: string;
  seq?: number;
  frames_processed: number;
  samples_collected: number;
  target_samples?: number;
  min_frames_required?: number;
  is_live?: boolean;
  elapsed_time?: number;
  timeout?: number;
  liveness_verified: boolean;
  liveness_score: number;
  blinks_detected: number;
  blinks_required: number;
  blinks_ok: boolean;
  motion_score: number;
  motion_events: number;
  motion_required: number;
  motion_ok: boolean;
  no_obstacles: boolean;
  obstacles: string[];
  obstacles_assessed: boolean;
  obstacles_not_assessed?: string[];
  obstacle_confidence?: number;
  quality_score?: number;
  quality_threshold?: number;
  message: string;
  visual_data: VisualData;
  challenge?: Challenge;
}

export interface FrameRejected {
  type: 'frame_rejected';
  success: false;
  error: string;
  reason: string;
  obstacles: string[];
  obstacle_confidence?: number;
  frame_accepted: false;
  seq?: number;
  frames_processed?: number;
  message?: string;
  challenge?: Challenge;
}

export interface EnrollmentComplete {
  type: 'enrollment_complete';
  success: true;
  enrollment_id: string;
  frames_processed: number;
  liveness_verified: boolean;
  blinks_detected: number;
  motion_verified: boolean;
  quality_score: number;
  similarity_with_old_photo: number | null;
  encrypted_data: Sealed;
  message: string;
  visual_data?: VisualData;
}

export interface EnrollmentFailed {
  type: 'enrollment_failed';
  success: false;
  error: string;
  error_code: string;
  message: string;
  reason: string;
  frames_processed: number;
  blinks_detected: number;
  blinks_required: number;
  motion_events: number;
  motion_required: number;
}

export interface AuthenticationComplete {
  type: 'authentication_complete';
  success: boolean;
  authenticated: boolean;
  user_id?: string;
  /** With a person of another client that shares the gallery: whose `user_id` it is. */
  user_client_id?: string;
  confidence?: number;
  frames_processed: number;
  blinks_detected: number;
  motion_verified: boolean;
  encrypted_data?: Sealed;
  reason?: string;
  message: string;
}

export interface AuthenticationTimeout {
  type: 'authentication_timeout';
  success: false;
  timeout: true;
  elapsed_time: number;
  is_live: boolean;
  liveness_score: number;
  blink_count: number;
  reason: string;
  message: string;
}

/** A frame or a request was refused; the session goes on while the socket stays open. */
export interface Problem {
  type: 'error';
  error: string;
  /** Of the frame that was refused. */
  seq?: number;
  code: number;
  reason?: string;
  correlation_id?: string;
}

export interface Pong {
  type: 'pong';
}

export type FinalMessage =
  | EnrollmentComplete
  | EnrollmentFailed
  | AuthenticationComplete
  | AuthenticationTimeout;

export type ServerMessage =
  | ConnectionEstablished
  | FrameProcessed
  | FrameRejected
  | FinalMessage
  | Problem
  | Pong;

/** Answer of the session calls. */
export interface SessionState {
  session_id: string;
  session_type: SessionKind;
  status: 'active' | 'processing' | 'disconnected' | 'completed' | 'failed' | 'cancelled' | 'expired';
  enrollment_id?: string;
  user_id?: string;
  /** With a person of another client that shares the gallery: whose `user_id` it is. */
  user_client_id?: string;
  frames_processed: number;
  samples_collected: number;
  blinks_detected: number;
  motion_events: number;
  liveness_verified: boolean;
  created_at: string;
  expires_at: string;
  ended_at?: string;
  reason?: string;
  message?: string;
}

/** Wishes; they can only be stricter than the station's policy. */
export interface EnrollmentWishes {
  target_samples?: number;
  required_blinks?: number;
  required_motion_events?: number;
  device_info?: unknown;
  liveness?: { protocol: string; capabilities: string[] };
}

export interface AuthenticationWishes {
  min_frames_required?: number;
  required_blinks?: number;
  device_info?: unknown;
  liveness?: { protocol: string; capabilities: string[] };
}
