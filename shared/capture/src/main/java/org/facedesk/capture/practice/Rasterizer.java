package org.facedesk.capture.practice;

/**
 * Draws textured triangles, one over the other: the caller brings them in order, farthest first.
 * Affine within a triangle, which is as good as perspective for triangles this small. Edges are
 * inclusive by a hair, so that neighbours leave no gap.
 */
final class Rasterizer {
  private static final float HAIR = 1e-3f;

  private final Picture texture;

  Rasterizer(Picture texture) {
    this.texture = texture;
  }

  /** A corner: where it is on the target and where in the texture. */
  record Corner(float x, float y, float u, float v) {}

  void draw(Picture target, Corner a, Corner b, Corner c) {
    float det = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (Math.abs(det) < 1e-6f) {
      return;
    }
    float ux = ((b.u - a.u) * (c.y - a.y) - (c.u - a.u) * (b.y - a.y)) / det;
    float uy = ((c.u - a.u) * (b.x - a.x) - (b.u - a.u) * (c.x - a.x)) / det;
    float vx = ((b.v - a.v) * (c.y - a.y) - (c.v - a.v) * (b.y - a.y)) / det;
    float vy = ((c.v - a.v) * (b.x - a.x) - (b.v - a.v) * (c.x - a.x)) / det;
    int firstRow = Math.max(0, (int) Math.ceil(Math.min(a.y, Math.min(b.y, c.y)) - .5f - HAIR));
    int lastRow =
        Math.min(
            target.height() - 1, (int) Math.floor(Math.max(a.y, Math.max(b.y, c.y)) - .5f + HAIR));
    Span span = new Span();
    for (int row = firstRow; row <= lastRow; row++) {
      float y = row + .5f;
      span.clear();
      span.cross(a, b, y);
      span.cross(b, c, y);
      span.cross(c, a, y);
      int from = Math.max(0, (int) Math.ceil(span.left - .5f - HAIR));
      int to = Math.min(target.width() - 1, (int) Math.floor(span.right - .5f + HAIR));
      float u = a.u + (from + .5f - a.x) * ux + (y - a.y) * uy;
      float v = a.v + (from + .5f - a.x) * vx + (y - a.y) * vy;
      int p = row * target.width() + from;
      for (int col = from; col <= to; col++, p++, u += ux, v += vx) {
        target.rgb()[p] = texture.sample(u, v);
      }
    }
  }

  /** Where a row enters and leaves a triangle. */
  private static final class Span {
    private float left;
    private float right;

    void clear() {
      left = Float.MAX_VALUE;
      right = -Float.MAX_VALUE;
    }

    void cross(Corner a, Corner b, float y) {
      float low = Math.min(a.y, b.y);
      float high = Math.max(a.y, b.y);
      if (y < low - HAIR || y > high + HAIR) {
        return;
      }
      if (high - low < HAIR) {
        include(a.x);
        include(b.x);
        return;
      }
      float t = Math.clamp((y - a.y) / (b.y - a.y), 0f, 1f);
      include(a.x + t * (b.x - a.x));
    }

    private void include(float x) {
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
}
