import { Sigma } from 'sigma';
import type { CameraState } from 'sigma/types';

/** A drawing that takes more milliseconds than this is too slow to repeat for each frame: two frames of a screen, and a little. */
const longestDrawing = 40;

/** For how many milliseconds nothing changes before a slow picture is drawn again. */
const pause = 250;

/**
 * Sigma that moves smoothly where drawing is slow, as it is without a graphics processor: while the camera moves, the browser moves and scales
 * the last drawing; the picture is drawn again when the camera rests. Each drawing is timed: a fast browser draws every frame.
 */
export class SteadySigma extends Sigma {
  private isSlow = false;
  private drawnAt: CameraState | undefined;
  private waiting: number | undefined;

  constructor(...options: ConstructorParameters<typeof Sigma>) {
    super(...options);
    this.getStageCanvas().style.transformOrigin = '0 0';
    this.on('afterRender', () => this.onDrawn());
    this.getMouseCaptor().on('mouseup', () => this.findByPointer(true));
  }

  override scheduleRender(): this {
    if (!this.isSlow) return super.scheduleRender();
    this.moveDrawing();
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => super.scheduleRender(), pause);
    return this;
  }

  override kill(): void {
    clearTimeout(this.waiting);
    super.kill();
  }

  private moveDrawing(): void {
    if (this.drawnAt === undefined) return;
    const before = this.framedGraphToViewport({ x: 0, y: 0 }, { cameraState: this.drawnAt });
    const after = this.framedGraphToViewport({ x: 0, y: 0 });
    const scale = this.drawnAt.ratio / this.getCamera().ratio;
    const [x, y] = [after.x - before.x * scale, after.y - before.y * scale];
    this.getStageCanvas().style.transform = `matrix(${scale}, 0, 0, ${scale}, ${x}, ${y})`;
    if (this.getMouseCaptor().isPanningStage) this.findByPointer(false);
  }

  /** What is under the pointer is read off the last drawing, as if it were not moved: each wrong find would mark it, and draw again. */
  private findByPointer(finds: boolean): void {
    this.getMouseLayer().style.pointerEvents = finds ? '' : 'none';
  }

  private onDrawn(): void {
    clearTimeout(this.waiting);
    this.getStageCanvas().style.transform = '';
    this.drawnAt = this.getCamera().getState();
    this.time();
  }

  /** Times a drawing to its end: the graphics processor draws after the call. */
  private time(): void {
    const began = performance.now();
    const gl = this.getWebGLContext();
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (fence === null) return;
    const look = () => {
      const isDrawn = gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED;
      if (!isDrawn && !gl.isContextLost()) requestAnimationFrame(look);
      else {
        this.isSlow = performance.now() - began > longestDrawing;
        gl.deleteSync(fence);
      }
    };
    gl.flush();
    requestAnimationFrame(look);
  }
}
