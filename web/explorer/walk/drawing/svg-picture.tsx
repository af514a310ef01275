import type { Kind } from './kinds.ts';
import { namedOf } from './names.ts';
import { shortened, type DrawnEntity, type DrawnRelation, type Picture } from './picture.ts';
import { pointsOf } from './shapes.ts';
import { framed, type Frame } from './svg-frame.ts';
import type { Palette } from './theme.ts';

export interface SvgPictureProps {
  readonly picture: Picture;
  readonly palette: Palette;
  readonly title: string;
  /** What each type is called. */
  readonly typeName: (kind: Kind) => string;
}

/** The picture as lines and shapes, for print, for files, and for browsers that cannot draw it otherwise. */
export function SvgPicture({ picture, palette, title, typeName }: SvgPictureProps) {
  const frame = framed(picture);
  const names = namedOf(picture.entities, ({ id }) => frame.placeOf(id)).slice(0, mostNames);
  const kinds = [...new Set(picture.entities.map(({ kind }) => kind))];
  return (
    <svg
      className="svg-picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${frame.width} ${frame.height + legendHeight}`}
      width={frame.width}
      height={frame.height + legendHeight}
      role="img"
      aria-label={title}
      fontFamily="system-ui, sans-serif"
      fontSize="12"
      fill={palette.text}
    >
      <title>{title}</title>
      <rect width="100%" height="100%" fill={palette.ground} />
      <g>
        {picture.relations.map((relation) => (
          <Line key={relation.id} relation={relation} frame={frame} palette={palette} />
        ))}
      </g>
      <g>
        {picture.entities.map((entity) => (
          <Mark key={entity.id} entity={entity} frame={frame} palette={palette} />
        ))}
      </g>
      <g>
        {names.map((entity) => (
          <Name key={entity.id} entity={entity} frame={frame} palette={palette} />
        ))}
      </g>
      <g transform={`translate(16 ${frame.height + 8})`}>
        {kinds.map((kind, index) => (
          <g key={kind.typename} transform={`translate(${(index % 6) * 180} ${Math.floor(index / 6) * 20})`}>
            <polygon points={pointsOf(kind.shape, [6, 6], 6)} fill={colourOf(kind, palette)} />
            <text x="18" y="10">
              {typeName(kind)}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

const legendHeight = 52;

const mostNames = 400;

const colourOf = (kind: Kind, { isDark }: Palette): string => (isDark ? kind.dark : kind.light);

interface Placed {
  readonly frame: Frame;
  readonly palette: Palette;
}

function Line({ relation, frame, palette }: Placed & { readonly relation: DrawnRelation }) {
  const [[x1, y1], [x2, y2]] = [frame.placeOf(relation.from), frame.placeOf(relation.to)];
  const { dash, gap } = relation.dash;
  const stroke = relation.isOnPath ? palette.accent : palette.line;
  return (
    <>
      <line
        {...{ x1, y1, x2, y2, stroke }}
        strokeWidth={relation.isOnPath ? 3 : 1.2}
        strokeDasharray={gap === 0 ? undefined : `${dash} ${gap}`}
      />
      {(relation.isNamed || relation.isOnPath) && (
        <text
          x={(x1 + x2) / 2}
          y={(y1 + y2) / 2}
          dy="0.3em"
          fontSize="10"
          textAnchor="middle"
          fill={palette.quiet}
          {...halo(palette)}
        >
          {relation.label}
        </text>
      )}
    </>
  );
}

function Mark({ entity, frame, palette }: Placed & { readonly entity: DrawnEntity }) {
  const place = frame.placeOf(entity.id);
  const { shape } = entity.kind;
  return (
    <>
      {entity.isOpen && (
        <polygon points={pointsOf(shape, place, entity.size + 3)} fill={palette.ground} stroke={palette.line} strokeWidth="1.5" />
      )}
      <polygon points={pointsOf(shape, place, entity.size)} fill={colourOf(entity.kind, palette)}>
        <title>{entity.label}</title>
      </polygon>
    </>
  );
}

function Name({ entity, frame, palette }: Placed & { readonly entity: DrawnEntity }) {
  const [x, y] = frame.placeOf(entity.id);
  const isLeft = entity.side === 'left';
  const away = entity.size + 4;
  return (
    <text x={isLeft ? x - away : x + away} y={y} dy="0.35em" textAnchor={isLeft ? 'end' : 'start'} {...halo(palette)}>
      {shortened(entity.label)}
    </text>
  );
}

/** Keeps text readable on lines. */
const halo = ({ ground }: Palette) => ({ stroke: ground, strokeWidth: 3, paintOrder: 'stroke' });
