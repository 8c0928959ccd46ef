import type { ContentDetails } from '@descant/contract'
import { Dialog, sentenceOf } from '@descant/ui'
import { Alert, Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { previewUrl } from '../../lib/preview-url.ts'
import { type CropArea, inShape, type PictureSize, wholeOf, withinPicture } from './crop-area.ts'
import { CropBox } from './crop-box.tsx'
import { cropRequest } from './crop-request.ts'
import type { DownloadInProgress } from './use-download.ts'

/** Cuts something out of a picture, in the size it is needed; nothing in the library changes. */
export function CropDialog({
  asset,
  picture,
  download,
  opened,
  onClose,
}: {
  asset: ContentDetails
  picture: PictureSize
  download: DownloadInProgress
  opened: boolean
  onClose: () => void
}) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Crop and resize" size="xl">
      <CropForm asset={asset} picture={picture} download={download} onClose={onClose} />
    </Dialog>
  )
}

function CropForm({
  asset,
  picture,
  download,
  onClose,
}: {
  asset: ContentDetails
  picture: PictureSize
  download: DownloadInProgress
  onClose: () => void
}) {
  const [area, setArea] = useState<CropArea>(() => wholeOf(picture))
  const [shapeName, setShapeName] = useState('free')
  const [outWidth, setOutWidth] = useState<number | null>(null)
  const [dpi, setDpi] = useState<number | null>(null)
  const [type, setType] = useState<'jpg' | 'png'>(/png$/i.test(asset.name) ? 'png' : 'jpg')
  const shape = shapeOf(shapeName, picture)
  const size = outWidth === null ? null : { width: outWidth, height: heightFor(outWidth, area) }

  const choose = (name: string) => {
    setShapeName(name)
    const chosen = shapeOf(name, picture)
    if (chosen !== null) setArea(inShape(area, chosen, picture))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    download.start(cropRequest(asset.id, picture, { area, size, dpi, type, version: null }))
  }
  const number = (name: keyof CropArea, label: string) => (
    <NumberInput
      label={label}
      value={area[name]}
      min={name === 'width' || name === 'height' ? 1 : 0}
      max={name === 'width' || name === 'left' ? picture.width : picture.height}
      allowDecimal={false}
      hideControls
      onChange={(value) => {
        if (typeof value !== 'number') return
        setArea(withinPicture(typed(area, name, value, shape), picture))
      }}
    />
  )

  return (
    <form onSubmit={submit}>
      <Stack>
        <CropBox
          src={previewUrl(asset.url, 1600) ?? ''}
          picture={picture}
          area={area}
          shape={shape}
          onChange={setArea}
        />
        <div className="crop-numbers">
          {number('left', 'From the left')}
          {number('top', 'From the top')}
          {number('width', 'Width')}
          {number('height', 'Height')}
        </div>
        <div className="crop-output">
          <NativeSelect
            label="Proportions"
            data={shapes}
            value={shapeName}
            onChange={(event) => choose(event.currentTarget.value)}
          />
          <NumberInput
            label="Make it this wide"
            placeholder={`${area.width}`}
            value={outWidth ?? ''}
            min={1}
            max={30_000}
            allowDecimal={false}
            hideControls
            onChange={(value) => setOutWidth(typeof value === 'number' ? value : null)}
          />
          <NumberInput
            label="Dots per inch"
            placeholder={asset.dpi ?? 'as it is'}
            value={dpi ?? ''}
            min={1}
            max={10_000}
            allowDecimal={false}
            hideControls
            onChange={(value) => setDpi(typeof value === 'number' ? value : null)}
          />
          <NativeSelect
            label="Format"
            data={[
              { value: 'jpg', label: 'JPEG' },
              { value: 'png', label: 'PNG' },
            ]}
            value={type}
            onChange={(event) => setType(event.currentTarget.value === 'png' ? 'png' : 'jpg')}
          />
        </div>
        {download.error !== null && (
          <Alert color="red" role="alert">
            {sentenceOf(download.error)}
          </Alert>
        )}
        <Group justify="space-between">
          <Text size="sm" role="status">
            {(size ?? area).width} × {(size ?? area).height} px
          </Text>
          <Group>
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={download.pending !== null}>
              Download
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

const shapes = [
  { value: 'free', label: 'Free' },
  { value: 'own', label: 'As the picture' },
  { value: '1:1', label: '1 : 1' },
  { value: '4:3', label: '4 : 3' },
  { value: '3:2', label: '3 : 2' },
  { value: '16:9', label: '16 : 9' },
  { value: '4:5', label: '4 : 5' },
  { value: '9:16', label: '9 : 16' },
]

function shapeOf(name: string, picture: PictureSize): number | null {
  if (name === 'own') return picture.width / picture.height
  const [width, height] = name.split(':').map(Number)
  return width && height ? width / height : null
}

/** Where proportions are kept the other side follows the one that was typed. */
function typed(area: CropArea, name: keyof CropArea, value: number, shape: number | null): CropArea {
  const next = { ...area, [name]: value }
  if (shape === null || name === 'left' || name === 'top') return next
  return name === 'width' ? { ...next, height: value / shape } : { ...next, width: value * shape }
}

const heightFor = (width: number, area: CropArea): number => Math.max(1, Math.round((width * area.height) / area.width))
